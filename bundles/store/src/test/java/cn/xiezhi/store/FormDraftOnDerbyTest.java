package cn.xiezhi.store;

class FormDraftOnDerbyTest extends FormDraftContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
