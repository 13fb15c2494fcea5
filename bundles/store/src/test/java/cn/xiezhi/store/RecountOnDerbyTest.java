package cn.xiezhi.store;

class RecountOnDerbyTest extends RecountContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
