package cn.xiezhi.desk;

import cn.xiezhi.procedure.Outlook;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Officer;

/** What came of asking the desk what an act would do. Nothing was written. */
public sealed interface Foreseen {
    /** It can't even be asked. */
    record Not(Result why) implements Foreseen {}

    record Known(Officer actor, Procedure procedure, Situation situation, Outlook outlook) implements Foreseen {}
}
