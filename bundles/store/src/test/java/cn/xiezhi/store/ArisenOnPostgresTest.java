package cn.xiezhi.store;

class ArisenOnPostgresTest extends ArisenContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
