package cn.xiezhi.store;

class AssessmentOnPostgresTest extends AssessmentContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
