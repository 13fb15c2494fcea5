package cn.xiezhi.store;

class ArisenOnDerbyTest extends ArisenContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
