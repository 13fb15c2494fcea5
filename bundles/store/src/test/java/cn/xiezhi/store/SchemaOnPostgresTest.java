package cn.xiezhi.store;

class SchemaOnPostgresTest extends SchemaContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
