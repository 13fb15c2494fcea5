package cn.xiezhi.store;

class DeskOnPostgresTest extends DeskContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
