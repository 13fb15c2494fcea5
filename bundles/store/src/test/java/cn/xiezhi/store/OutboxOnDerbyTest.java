package cn.xiezhi.store;

class OutboxOnDerbyTest extends OutboxContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
