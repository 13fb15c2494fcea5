package cn.xiezhi.store;

class OversightOnDerbyTest extends OversightContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
