package cn.xiezhi.store;

class LimitOnPostgresTest extends LimitContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
