package cn.xiezhi.store;

class OutboxOnPostgresTest extends OutboxContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
