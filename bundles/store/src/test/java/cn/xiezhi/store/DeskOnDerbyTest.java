package cn.xiezhi.store;

class DeskOnDerbyTest extends DeskContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
