package cn.xiezhi.store;

class StoreOnPostgresTest extends StoreContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
