package cn.xiezhi.store;

class SchemaOnDerbyTest extends SchemaContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
