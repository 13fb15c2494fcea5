package cn.xiezhi.store;

class FormDraftOnPostgresTest extends FormDraftContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
