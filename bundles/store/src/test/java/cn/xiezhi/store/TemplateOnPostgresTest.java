package cn.xiezhi.store;

class TemplateOnPostgresTest extends TemplateContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
