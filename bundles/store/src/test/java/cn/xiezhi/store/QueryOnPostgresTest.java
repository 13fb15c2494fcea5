package cn.xiezhi.store;

class QueryOnPostgresTest extends QueryContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
