package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation.Status;

/** What the end of a dispute does to the matter it came from. */
final class Binding {
    private Binding() {}

    /** A returned transfer goes to the competent organ: back to the sender, on with the receiver, or to a third. Another matter notes who is competent. */
    static void on(Matter origin, Case dispute, Draft decision, String competent) {
        Procedure procedure = dispute.situation().procedures().of(origin);
        Draft d = decision.also(procedure, origin, "bound");
        d.record("competent", competent);
        Dispute.levelOf(dispute).ifPresent(level -> d.cite(level.citation()));
        if (!origin.state().equals("returned")) {
            return;
        }
        d.party(Transfer.ANSWERABLE, competent);
        if (origin.party(Transfer.SENDER).filter(competent::equals).isPresent()) {
            d.to("keptBySender");
            d.closeAll(Status.CANCELLED);
            d.tell(Transfer.KEPT);
        } else {
            d.party(Transfer.RECEIVER, competent);
            d.to("accepted");
            d.tell(Transfer.SENT);
        }
    }
}
