package cn.xiezhi.store;

class StandingOnDerbyTest extends StandingContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
