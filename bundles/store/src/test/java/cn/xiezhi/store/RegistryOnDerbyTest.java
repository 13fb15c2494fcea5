package cn.xiezhi.store;

class RegistryOnDerbyTest extends RegistryContractTest {
    @Override
    Settings fresh() throws Exception {
        return Databases.derby();
    }
}
