package cn.xiezhi.store;

class TimekeeperOnPostgresTest extends TimekeeperContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
