package cn.xiezhi.registry;

import java.util.List;

/** The organs and items that a jurisdiction's bundle proposes as sample data. Implemented by the policy loader. */
public interface SampleRegister {
    List<Organ> organs(String jurisdiction);

    List<Item> items(String jurisdiction);
}
