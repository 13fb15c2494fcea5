package cn.xiezhi.store;

class StandingOnPostgresTest extends StandingContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
