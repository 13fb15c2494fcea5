package cn.xiezhi.store;

class RuleArchiveOnPostgresTest extends RuleArchiveContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
