package cn.xiezhi.store;

class AuditOnPostgresTest extends AuditContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
