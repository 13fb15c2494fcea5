package cn.xiezhi.store;

class JobOnDerbyTest extends JobContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
