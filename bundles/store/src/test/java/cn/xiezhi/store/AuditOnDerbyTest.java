package cn.xiezhi.store;

class AuditOnDerbyTest extends AuditContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
