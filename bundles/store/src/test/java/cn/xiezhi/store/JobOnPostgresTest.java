package cn.xiezhi.store;

class JobOnPostgresTest extends JobContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
