package cn.xiezhi.desk;

import cn.xiezhi.procedure.Outcome.Refusal;

/** What came of asking the desk to do something. */
public sealed interface Result {
    /** Done and committed. */
    record Done(MatterView matter, boolean created) implements Result {}

    /** Nothing was written; the refusal says why. */
    record Refused(Refusal refusal) implements Result {}

    /** Somebody else was faster; this is how the matter stands now. */
    record Stale(MatterView current) implements Result {}

    /** There is no such thing, or not for this person. */
    record Unknown(What what, String name) implements Result {}

    /** The jurisdiction's rules are not in force, so nothing new can begin. */
    record NotInForce(String jurisdiction) implements Result {}

    enum What { MATTER, ACTION, PROCEDURE, DOCUMENT }
}
