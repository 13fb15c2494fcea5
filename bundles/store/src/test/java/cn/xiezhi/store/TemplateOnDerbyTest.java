package cn.xiezhi.store;

class TemplateOnDerbyTest extends TemplateContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
