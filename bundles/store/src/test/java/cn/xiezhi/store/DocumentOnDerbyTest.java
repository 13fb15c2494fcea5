package cn.xiezhi.store;

class DocumentOnDerbyTest extends DocumentContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
