package cn.xiezhi.store;

class SearchOnDerbyTest extends SearchContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
