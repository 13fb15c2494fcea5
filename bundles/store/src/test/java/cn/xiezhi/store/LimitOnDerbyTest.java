package cn.xiezhi.store;

class LimitOnDerbyTest extends LimitContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
