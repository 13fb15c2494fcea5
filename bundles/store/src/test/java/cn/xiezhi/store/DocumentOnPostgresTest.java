package cn.xiezhi.store;

class DocumentOnPostgresTest extends DocumentContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
