package cn.xiezhi.store;

class FeedOnPostgresTest extends FeedContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
