package cn.xiezhi.store;

class RecountOnPostgresTest extends RecountContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
