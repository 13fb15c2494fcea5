package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.loader.Outcome.Fault;
import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.KeptRules;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import cn.xiezhi.policy.VersionOrder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is in force by the archive, whatever the bundles bring; a node that starts again is another {@link Installed}. */
class ArchiveDecidesTest {
    private static final Instant MON = Instant.parse("2026-01-05T01:00:00Z");
    private static final Instant TUE = Instant.parse("2026-01-06T01:00:00Z");
    private static final Instant WED = Instant.parse("2026-01-07T01:00:00Z");
    private static final Origin SIGNED = new Origin(Optional.of("ab12"), Optional.of("司法局"), false, false);
    private static final Origin EXPIRED = new Origin(Optional.of("ab12"), Optional.of("司法局"), true, false);
    private static final Origin LYING = new Origin(Optional.of("ab12"), Optional.of("司法局"), false, true);
    private static final String ONE = version("1.0");
    private static final String TWO = version("2.0");

    private final KeptRules archive = new KeptRules();
    private Installed node = new Installed();

    @Test
    void anUnknownVersionIsKept_andInForceAtOnce_byADecisionThatSaysWhereItCameFrom() {
        running("1.0");
        Edition edition = archive.editions("test", Subject.POLICY).get(0);
        assertEquals(new Edition("test", Subject.POLICY, ONE, MON, Edition.DROPPED, Optional.of("ab12"), Optional.of("司法局")), edition);
        assertEquals(List.of(new Term(1, ONE, MON, MON, Edition.DROPPED, Term.Kind.ARRIVED, "规则包装入，签名者“司法局”", Optional.empty())), archive.terms("test", Subject.POLICY));
        assertEquals(Map.of("policy.yaml", "", "examples.yaml", "", "organs.yaml", "").keySet(), archive.files("test", Subject.POLICY, ONE).orElseThrow().keySet());
        assertEquals(1, archive.terms("test", Subject.CALENDAR).size(), "the calendar is decided upon likewise");
        assertEquals(MON, settle(TUE).snapshots().get(0).book().of("test").orElseThrow().since());
        assertEquals(1, archive.terms("test", Subject.POLICY).size(), "once");
    }

    @Test
    void aVersionWithADayOfItsOwn_isPlanned_andInForceExactlyFromThen() {
        running("1.0");
        found(1, policy("2.0", "inForceFrom: 2026-01-07T09:00\n"), SIGNED);
        Outcome outcome = settle(TUE);
        assertEquals(ONE, inForce(outcome.at(WED.minusNanos(1))));
        String planned = inForce(outcome.at(WED));
        assertTrue(planned.startsWith("2.0+"), planned);
        assertEquals(WED, outcome.at(WED).book().of("test").orElseThrow().since());
        assertEquals(WED, outcome.snapshots().get(1).from());
        assertEquals(List.of(), faults(outcome));
        assertEquals(planned, inForce(settle(WED.plusSeconds(5)).at(WED.plusSeconds(5))));
    }

    @Test
    void afterARestartWithAnOlderJar_theArchivesDecisionStands_fromItsOwnCopy() {
        running("1.0");
        found(1, policy("2.0", ""), SIGNED);
        settle(TUE);
        restart();
        calendar();
        found(1, policy("1.0", ""), LYING);
        Outcome outcome = settle(WED);
        assertEquals(TWO, inForce(outcome));
        assertEquals(TUE, outcome.at(WED).book().of("test").orElseThrow().since());
        assertEquals(3, outcome.at(WED).proposed().get("test").organs().size(), "with what the version brought for the registers");
        assertEquals(List.of(), faults(outcome));
    }

    @Test
    void anOlderOrAFormerVersionIsRefused_andSaysHowToGoBack() {
        running("1.0");
        found(1, policy("2.0", ""), SIGNED);
        settle(TUE);
        found(1, policy("1.5", ""), SIGNED);
        Outcome older = settle(TUE);
        assertEquals(TWO, inForce(older));
        assertTrue(faults(older).get(0).contains("更早的版本") && faults(older).get(0).contains("请在规则页面选择恢复"), faults(older).toString());
        assertEquals("test", older.faults().get(0).jurisdiction());
        found(1, policy("1.0", ""), SIGNED);
        Outcome former = settle(TUE);
        assertEquals(TWO, inForce(former));
        assertTrue(faults(former).get(0).contains("已存档的版本，现行 " + TWO), faults(former).toString());
        found(1, policy("2.0", ""), SIGNED);
        assertEquals(List.of(), faults(settle(TUE)));
        assertEquals(2, archive.terms("test", Subject.POLICY).size());
    }

    @Test
    void aPlannedVersionThatANewerOneHasOvertaken_isWarnedOf_withWhoDecidedIt_untilItIsWithdrawn() {
        running("1.0");
        archive.keep(new Edition("test", Subject.POLICY, TWO, TUE, "admin", Optional.empty(), Optional.empty()), policy("2.0", "").byName());
        archive.decide("test", Subject.POLICY, new Term(2, TWO, WED.plusSeconds(60), TUE, "admin", Term.Kind.ADOPTED, "新规定", Optional.empty()));
        assertEquals(List.of(), faults(settle(TUE)));
        found(1, policy("3.0", ""), SIGNED);
        assertEquals(List.of("规则：已定于 2026-01-07 09:01 起施行 " + TWO + "（由 admin 决定），它比后来采用的版本旧，届时会换回旧版；如非本意，请在规则页面撤回那项决定"), faults(settle(WED)));
        archive.withdraw("test", Subject.POLICY, 2, WED);
        assertEquals(List.of(), faults(settle(WED)));
    }

    @Test
    void anotherContentUnderTheSameNumber_isAnotherVersion() {
        running("1.0");
        found(1, policy("1.0", "# 勘误\n"), SIGNED);
        String after = inForce(settle(TUE));
        assertTrue(after.startsWith("1.0+"), after);
        assertNotEquals(ONE, after);
    }

    @Test
    void anAdministratorsDecisionHolds_andTheBundleThatBroughtTheOtherVersionIsNoTrouble() {
        running("1.0");
        found(1, policy("2.0", ""), SIGNED);
        settle(TUE);
        archive.decide("test", Subject.POLICY, new Term(3, ONE, WED, WED, "admin", Term.Kind.BACK, "新规定有误", Optional.empty()));
        Outcome back = settle(WED);
        assertEquals(ONE, inForce(back));
        assertEquals(List.of(), faults(back));
    }

    @Test
    void whatAnAdministratorOnlyProposed_isNotBroughtIntoForceByDroppingIt() {
        running("1.0");
        archive.keep(new Edition("test", Subject.POLICY, TWO, TUE, "admin", Optional.empty(), Optional.empty()), policy("2.0", "").byName());
        found(1, policy("2.0", ""), SIGNED);
        Outcome outcome = settle(TUE);
        assertEquals(ONE, inForce(outcome));
        assertTrue(faults(outcome).get(0).contains("请在规则页面选择启用或恢复"), faults(outcome).toString());
    }

    @Test
    void whatWasWithdrawn_isNotPlannedAgainByAnotherStart_andDoesNotBlockWhatIsLower() {
        running("1.0");
        found(1, policy("2.0", "inForceFrom: 2026-01-07T09:00\n"), SIGNED);
        settle(TUE);
        archive.withdraw("test", Subject.POLICY, 2, TUE);
        restart();
        calendar();
        found(1, policy("2.0", "inForceFrom: 2026-01-07T09:00\n"), LYING);
        assertEquals(ONE, inForce(settle(TUE).at(WED.plusSeconds(1))));
        found(1, policy("1.1", ""), SIGNED);
        assertEquals(version("1.1"), inForce(settle(TUE)));
    }

    @Test
    void aCutBetweenKeepingAndDeciding_isMadeUpForAtTheNextStart() {
        archive.keep(new Edition("test", Subject.POLICY, ONE, MON, Edition.DROPPED, Optional.empty(), Optional.empty()), policy("1.0", "").byName());
        running("1.0");
        assertEquals(1, archive.terms("test", Subject.POLICY).size());
    }

    @Test
    void ifSomebodyElseDecidesAtTheSameMoment_itIsReadAgain() {
        running("1.0");
        found(1, policy("2.0", ""), SIGNED);
        boolean[] raced = {false};
        RuleArchive contended = archive((method, arguments) -> {
            if (method.equals("decide") && !raced[0]) {
                raced[0] = true;
                archive.decide("test", Subject.POLICY, new Term(2, ONE, TUE, TUE, "admin", Term.Kind.ADOPTED, "重申", Optional.empty()));
            }
        });
        assertEquals(TWO, inForce(node.settle(TUE, Optional.of(contended))));
        assertEquals(List.of(ONE, ONE, TWO), archive.terms("test", Subject.POLICY).stream().map(Term::version).toList());
    }

    @Test
    void ifTheArchiveFails_whatIsInForceStays_nothingNewComes_andItIsTriedAgain() {
        running("1.0");
        found(1, policy("2.0", ""), SIGNED);
        Outcome failed = node.settle(TUE, Optional.of(archive((method, arguments) -> {
            throw new IllegalStateException("磁盘已满");
        })));
        assertEquals(ONE, inForce(failed));
        assertTrue(failed.retry());
        assertTrue(faults(failed).get(0).contains("磁盘已满"), faults(failed).toString());
        Outcome later = settle(WED);
        assertEquals(TWO, inForce(later));
        assertFalse(later.retry());
    }

    @Test
    void anArchiveThatComesLate_hasTheLastWord() {
        archive.with("test", TWO, MON, text("2.0", ""));
        calendar();
        found(1, policy("1.0", ""), SIGNED);
        assertEquals(ONE, inForce(node.settle(TUE, Optional.empty())));
        node.archiveReplaced();
        assertEquals(TWO, inForce(settle(TUE)));
    }

    @Test
    void anArchiveThatIsLost_countsUntilItIsBack() {
        running("1.0");
        found(1, policy("2.0", ""), SIGNED);
        Outcome lost = node.settle(TUE, Optional.empty());
        assertEquals(ONE, inForce(lost));
        node.archiveReplaced();
        assertEquals(TWO, inForce(settle(WED)));
    }

    @Test
    void aJurisdictionWhoseBundleIsGone_isSuspended_butItsCalendarStays_andItComesBackAsItWas() {
        running("1.0");
        node.gone(1);
        Outcome gone = settle(TUE);
        assertEquals(Optional.empty(), gone.at(TUE).book().of("test"));
        assertEquals(List.of("test"), gone.suspended().stream().map(s -> s.jurisdiction()).toList());
        assertEquals(TUE, gone.suspended().get(0).since());
        assertTrue(gone.at(TUE).book().calendars().get("test").years().containsKey(2026), "running matters are finished by it");
        assertEquals(TUE, settle(WED).suspended().get(0).since());
        found(3, policy("1.0", ""), SIGNED);
        Outcome back = settle(WED);
        assertEquals(List.of(), back.suspended());
        assertEquals(MON, back.at(WED).book().of("test").orElseThrow().since());
    }

    @Test
    void aCalendarDecidedUpon_staysWithoutItsBundle_andTheNextOneCountsForEveryJurisdiction() {
        running("1.0");
        node.gone(2);
        assertTrue(settle(TUE).at(TUE).book().calendar("test").years().containsKey(2026));
        node.found(4, offer("日历", Samples.calendar(Samples.CALENDAR.replace("2026.1", "2027.1") + "  2027:\n    source: x\n    holidays: [2027-01-01]\n"), SIGNED));
        RuleBook book = settle(WED).at(WED).book();
        assertTrue(book.calendar("test").years().containsKey(2027));
        assertEquals(2, archive.terms("test", Subject.CALENDAR).size());
    }

    @Test
    void withoutAnyCalendar_aPolicyWaits_evenIfItWasDecidedUpon() {
        archive.with("test", ONE, MON, text("1.0", ""));
        found(1, policy("1.0", ""), SIGNED);
        Outcome waiting = settle(TUE);
        assertEquals(Optional.empty(), waiting.at(TUE).book().of("test"));
        assertTrue(faults(waiting).get(0).contains("等待工作日历"), faults(waiting).toString());
        calendar();
        assertEquals(ONE, inForce(settle(TUE)));
    }

    @Test
    void aVersionKeptWithItsRulesOnly_canBeInForce_withTheRegistersOfTheBundleHere() {
        running("1.0");
        archive.with("test", TWO, TUE, text("2.0", ""));
        Outcome outcome = settle(TUE);
        assertEquals(TWO, inForce(outcome));
        assertEquals(3, outcome.at(TUE).proposed().get("test").organs().size());
    }

    @Test
    void ifTheLatestVersionCannotBeRead_theOneBeforeStays_andItIsSaid() {
        running("1.0");
        archive.with("test", "2.0+00000000", TUE, "contract: 9\n");
        Outcome outcome = settle(TUE);
        assertEquals(ONE, inForce(outcome));
        assertTrue(faults(outcome).get(0).contains("2.0+00000000 无法读取"), faults(outcome).toString());
    }

    @Test
    void anExpiredSignatureBringsNothingNew_butKeepsServedWhatIsKnown() {
        running("1.0");
        restart();
        calendar();
        found(1, policy("1.0", ""), EXPIRED);
        assertEquals(ONE, inForce(settle(TUE)));
        found(1, policy("2.0", ""), EXPIRED);
        Outcome refused = settle(TUE);
        assertEquals(ONE, inForce(refused));
        assertTrue(faults(refused).get(0).contains("有效期"), faults(refused).toString());
    }

    @Test
    void aBundleThatCannotBeReadAtTheStart_stillServesTheJurisdictionThatItNames() {
        running("1.0");
        restart();
        calendar();
        BundleFiles broken = Samples.policy("contract: [\n");
        node.found(1, new Offer("组件甲", Optional.of("test"), broken, Reading.of(broken), SIGNED));
        Outcome outcome = settle(TUE);
        assertEquals(ONE, inForce(outcome));
        assertTrue(faults(outcome).stream().anyMatch(f -> f.contains("继续有效")), faults(outcome).toString());
    }

    @Test
    void aBundleThatTurnsToAnotherJurisdiction_leavesTheOldOneSuspended_onlyIfItsRulesAreRight() {
        running("1.0");
        String other = text("1.0", "").replace("id: test", "id: other");
        found(1, Samples.policy(other.replace("amount: 5", "amount: 7")), SIGNED);
        assertEquals(ONE, inForce(settle(TUE)));
        found(1, Samples.policy(other), SIGNED);
        Outcome turned = settle(TUE);
        assertEquals(Set.of("other"), turned.at(TUE).book().policies().keySet());
        assertEquals(List.of("test"), turned.suspended().stream().map(s -> s.jurisdiction()).toList());
    }

    @Test
    void versionsAreOrderedByTheirNumbers() {
        assertTrue(VersionOrder.INSTANCE.compare("1.10+a", "1.9+b") > 0);
        assertTrue(VersionOrder.INSTANCE.compare("2021.1", "2021.1.1") < 0);
        assertTrue(VersionOrder.INSTANCE.compare("1.rc", "1.0") < 0);
        assertEquals(0, VersionOrder.INSTANCE.compare("1.0+aaaaaaaa", "1.0+bbbbbbbb"));
        assertTrue(VersionOrder.INSTANCE.compare("99999999999999999999", "99999999999999999998") > 0);
    }

    private void running(String number) {
        calendar();
        found(1, policy(number, ""), SIGNED);
        Outcome outcome = settle(MON);
        assertEquals(List.of(), faults(outcome));
        assertEquals(version(number), inForce(outcome));
    }

    private void restart() {
        node = new Installed();
    }

    private void calendar() {
        node.found(2, offer("日历", Samples.calendar(Samples.CALENDAR), SIGNED));
    }

    private void found(long bundle, BundleFiles files, Origin origin) {
        node.found(bundle, offer("组件甲", files, origin));
    }

    private static Offer offer(String label, BundleFiles files, Origin origin) {
        return new Offer(label, Optional.empty(), files, Reading.of(files), origin);
    }

    private Outcome settle(Instant now) {
        return node.settle(now, Optional.of(archive));
    }

    private interface Before {
        void call(String method, Object[] arguments);
    }

    /** The same archive, with something that happens before every call. */
    private RuleArchive archive(Before before) {
        return (RuleArchive) Proxy.newProxyInstance(RuleArchive.class.getClassLoader(), new Class<?>[] {RuleArchive.class}, (proxy, method, arguments) -> {
            before.call(method.getName(), arguments);
            try {
                return method.invoke(archive, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static String inForce(Outcome outcome) {
        return inForce(outcome.snapshots().get(0));
    }

    private static String inForce(Snapshot snapshot) {
        return snapshot.book().of("test").orElseThrow().policy().version();
    }

    private static List<String> faults(Outcome outcome) {
        return outcome.faults().stream().map(Fault::text).toList();
    }

    private static BundleFiles policy(String number, String more) {
        return Samples.policy(text(number, more));
    }

    private static String text(String number, String more) {
        return Samples.replaced(Samples.POLICY, "version: \"1.0\"", "version: \"" + number + "\"") + more;
    }

    private static String version(String number) {
        return Names.fingerprinted(number, text(number, ""));
    }
}
