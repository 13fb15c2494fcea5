package cn.xiezhi.store;

class NoticeOnDerbyTest extends NoticeContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
