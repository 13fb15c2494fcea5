package cn.xiezhi.procedure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The procedures that the platform knows, in the order in which people are offered them. */
public final class Procedures {
    private Procedures() {}

    private static final class All {
        private static final Map<String, Procedure> BY_ID = new LinkedHashMap<>();

        static {
            for (Procedure p : new Procedure[] {
                Transfer.CASE, Transfer.CLUE, Dispute.PROCEDURE,
                // complaint
                Complaint.PROCEDURE,
                // assistance
                Assistance.PROCEDURE,
                // consultation
                Consultation.PROCEDURE,
                // records
                Records.PROCEDURE,
                // sharing
                Sharing.PROCEDURE,
                // meeting
                Meeting.PROCEDURE, Resolution.PROCEDURE,
                // hazard
                Hazard.PROCEDURE,
                // operation
                Operation.PROCEDURE,
                // supervision
                Supervision.PROCEDURE, Review.PROCEDURE, Casefile.PROCEDURE,
                // referral
                Referral.PROCEDURE,
                // entrustment
                Entrustment.PROCEDURE,
                // correction
                Correction.PROCEDURE,
                // enforcement
                Enforcement.PROCEDURE, Police.PROCEDURE,
                // training
                Training.PROCEDURE,
                // dispatched
                Dispatched.PROCEDURE,
                // approval
                Approval.PROCEDURE,
                // accounts
                AccountRequest.PROCEDURE,
            }) {
                BY_ID.put(p.id(), p);
            }
        }
    }

    public static Map<String, Procedure> all() {
        return Collections.unmodifiableMap(All.BY_ID);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static Procedure of(String id) {
        Procedure p = All.BY_ID.get(id);
        if (p == null) {
            throw new IllegalArgumentException("no procedure " + id);
        }
        return p;
    }
}
