package cn.xiezhi.store;

class TimekeeperOnDerbyTest extends TimekeeperContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
