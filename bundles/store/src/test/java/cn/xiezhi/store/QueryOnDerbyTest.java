package cn.xiezhi.store;

class QueryOnDerbyTest extends QueryContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
