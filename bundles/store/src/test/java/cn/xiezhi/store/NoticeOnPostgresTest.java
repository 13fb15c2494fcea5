package cn.xiezhi.store;

class NoticeOnPostgresTest extends NoticeContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
