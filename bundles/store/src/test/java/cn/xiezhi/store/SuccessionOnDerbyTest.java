package cn.xiezhi.store;

class SuccessionOnDerbyTest extends SuccessionContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
