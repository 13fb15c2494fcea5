package cn.xiezhi.store;

class RegistryOnPostgresTest extends RegistryContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
