package cn.xiezhi.store;

class AssessmentOnDerbyTest extends AssessmentContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
