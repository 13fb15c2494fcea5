package cn.xiezhi.store;

class FeedOnDerbyTest extends FeedContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
