package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.loader.Example.Expected;
import cn.xiezhi.policy.DisputeLevel;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.registry.Holding;
import cn.xiezhi.registry.Item;
import cn.xiezhi.registry.Organ;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every policy bundle has to fulfil; run by the build of each of them. */
class PolicyBundleCheck {
    private static Reading reading;
    private static Content.OfPolicy content;

    @BeforeAll
    static void read() throws IOException {
        reading = Reading.of(BundleCheckFiles.ofModule());
        content = (Content.OfPolicy) reading.content().orElseThrow(() -> new AssertionError(String.join("\n", reading.problems())));
    }

    @Test
    void everyExampleComesOut() throws IOException {
        assertEquals(new ExampleRun.Result(List.of(), List.of()), ExampleRun.of(content, BundleCheckFiles.calendar()));
    }

    @Test
    void everyNumberedLimitHasTwoDatesOrMore() {
        Policy policy = content.policy();
        List<String> few = new ArrayList<>();
        for (Duty duty : Duty.values()) {
            for (Variant variant : Variant.values()) {
                boolean numbered = policy.limit(duty, variant).filter(l -> l.limit().count() != cn.xiezhi.time.Count.PROMPTLY).isPresent();
                if (numbered && examples(duty, variant, Expected.DATE) < 2) {
                    few.add(duty.id() + "/" + variant.code());
                }
            }
        }
        assertEquals(List.of(), few);
    }

    @Test
    void everyDutyOfTheCoreIsSpokenOf_alsoThoseThatTheDocumentLacks() {
        Set<Duty> spokenOf = content.examples().stream().map(Example::duty).collect(Collectors.toSet());
        assertEquals(Set.copyOf(Duty.values()), spokenOf);
    }

    @Test
    void organsThatTheDisputePathsNeedAreInTheSample() {
        Set<String> kinds = content.proposed().organs().stream().map(o -> o.kind().name()).collect(Collectors.toSet());
        Stream.concat(content.policy().dispute().returned().stream(), content.policy().dispute().competence().stream())
                .filter(level -> level.by() != DisputeLevel.By.PARTIES)
                .forEach(level -> assertTrue(kinds.contains(level.by().name()), level + " has nobody among " + kinds));
    }

    @Test
    void sampleNamesAreUnique() {
        Set<String> names = new HashSet<>();
        content.proposed().organs().stream().map(Organ::name).forEach(name -> assertTrue(names.add(name), name));
        assertFalse(names.isEmpty());
    }

    /** Without one an organ can't issue a document that has a number. */
    @Test
    void everySampleOrganNumbersItsDocuments_noTwoAlike() {
        Set<String> numbers = new HashSet<>();
        content.proposed().organs().stream().filter(o -> o.kind() != Organ.Kind.INTERNAL_UNIT)
                .forEach(o -> assertTrue(o.numbering().map(n -> numbers.add(n.number("函", 2026, 1))).orElse(false), o.name()));
    }

    /** A sample that is worth trying: real items with statute and article, held in different ways. */
    @Test
    void sampleItemsRestOnArticlesOfStatutes() {
        List<Item> items = content.proposed().items();
        assertTrue(items.size() >= 6, () -> "only " + items.size());
        items.forEach(i -> i.basis().forEach(b -> assertTrue(b.matches("《[^》]+》(第[一二三四五六七八九十百零]+条(之[一二三])?(第[一二三四五六七八九十]+款)?(第[一二三四五六七八九十]+项)?[、和]?)+"), b)));
        items.forEach(i -> i.holdings().forEach(h -> assertTrue(h.basis().contains("样例"), h.basis())));
        assertTrue(items.stream().flatMap(i -> i.holdings().stream()).map(Holding::mode).distinct().count() >= 2);
        assertTrue(content.proposed().classes().isEmpty() || items.stream().allMatch(i -> i.itemClass().isPresent()), "where there are classes every item has one");
    }

    @Test
    void bundleHoldsResourcesOnly_andNamesItsJurisdictionAndContract() throws IOException {
        for (String header : BundleCheckFiles.packageHeaders()) {
            assertNull(BundleCheckFiles.manifest().getValue(header), header);
        }
        String provided = BundleCheckFiles.manifest().getValue("Provide-Capability").replace("\"", "");
        assertTrue(provided.contains("xiezhi.policy=" + content.jurisdiction() + ";") && provided.contains("contract:Version="), provided);
        assertTrue(BundleCheckFiles.manifest().getValue("Require-Capability").contains("osgi.extender=xiezhi.policy"));
    }

    private static long examples(Duty duty, Variant variant, Expected expected) {
        return content.examples().stream().filter(e -> e.duty().equals(duty) && e.variant() == variant && e.expected() == expected).count();
    }
}
