package cn.xiezhi.store;

class SuccessionOnPostgresTest extends SuccessionContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
