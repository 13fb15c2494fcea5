package cn.xiezhi.store;

class RuleArchiveOnDerbyTest extends RuleArchiveContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
