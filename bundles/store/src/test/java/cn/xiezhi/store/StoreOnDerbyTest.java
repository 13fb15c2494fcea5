package cn.xiezhi.store;

class StoreOnDerbyTest extends StoreContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
