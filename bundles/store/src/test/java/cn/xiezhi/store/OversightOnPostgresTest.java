package cn.xiezhi.store;

class OversightOnPostgresTest extends OversightContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
