package cn.xiezhi.store;

class SearchOnPostgresTest extends SearchContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.postgres();
    }
}
