package cn.xiezhi.policy;

import java.util.List;
import java.util.Optional;

/**
 * Form, materials and guards of a case transfer. An empty rule: the document has none, so nothing is asked.
 *
 * @param ownName only the organ itself transfers, in these words
 * @param unlessLawCited an internal unit may, where a law says so and is cited
 * @param oneCase one case, one transfer
 * @param officers the least number of officers who handle the hand-over
 * @param leaderApproval the unit's leader approves before it is sent
 * @param contact a contact person is named (and the internal unit, for departments)
 * @param handOverList the list with name and pages of each paper, signed by both sides
 * @param receipt the receiver signs a receipt form; its name
 * @param disposedGoods evidence kept and proceeds of goods already disposed of go along
 * @param ongoing what the finder does at once while the violation goes on
 * @param reasonedRefusal the receiver may not refuse without a reason
 * @param evidence the other side's evidence is usable after the receiver's review
 * @param closedBefore closed before the hand-over of powers: stays with the department
 * @param filedBefore filed, not closed, before it: the department decides
 * @param legacy older than it: the two sides negotiate first
 * @param noOnward the receiver may not pass the case on to a third organ
 */
public record TransferRules(
        Cited<String> ownName,
        boolean unlessLawCited,
        Optional<Cited<String>> oneCase,
        List<Material> materials,
        Optional<Cited<Integer>> officers,
        Optional<Cited<String>> leaderApproval,
        Optional<Cited<String>> contact,
        Optional<Cited<String>> handOverList,
        Optional<Cited<String>> receipt,
        Optional<Cited<String>> disposedGoods,
        Cited<String> ongoing,
        Optional<Cited<String>> reasonedRefusal,
        Optional<Cited<String>> evidence,
        Optional<Cited<String>> closedBefore,
        Optional<Cited<String>> filedBefore,
        Optional<Cited<String>> legacy,
        Optional<Cited<String>> noOnward) {
    public TransferRules {
        materials = List.copyOf(materials);
    }
}
