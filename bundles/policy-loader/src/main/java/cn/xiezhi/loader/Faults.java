package cn.xiezhi.loader;

import cn.xiezhi.loader.Outcome.Fault;
import java.util.ArrayList;
import java.util.List;

/** What is found wrong while settling. */
final class Faults {
    private final List<Fault> all = new ArrayList<>();
    private boolean retry;

    void add(String jurisdiction, String text) {
        all.add(new Fault(jurisdiction, text));
    }

    /** The archive failed; it may work later. */
    void failed(String jurisdiction, RuntimeException e) {
        retry = true;
        add(jurisdiction, "规则存档无法读写：" + Texts.line(String.valueOf(e.getMessage()), 200) + "；此前生效的继续有效，新的暂不生效；请检查数据库，稍后自动重试");
    }

    List<Fault> all() {
        return all;
    }

    boolean retry() {
        return retry;
    }
}
