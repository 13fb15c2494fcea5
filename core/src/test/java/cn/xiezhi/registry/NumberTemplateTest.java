package cn.xiezhi.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTemplateTest {
    private final NumberTemplate fenghuang = new NumberTemplate("凤{文种}〔{年}〕{号}号");

    @Test
    void number_isTheOrgansMarkTheKindTheYearAndTheOrdinal_withoutLeadingZeros() {
        assertEquals("凤移〔2026〕12号", fenghuang.number("移", 2026, 12));
        assertEquals("凤移〔2026〕　号", fenghuang.blank("移", 2026), "a draft has none yet");
    }

    @Test
    void mark_mayBeOutsideTheBasicPlane() {
        assertEquals("𠮷线〔2026〕1号", new NumberTemplate("𠮷{文种}〔{年}〕{号}号").number("线", 2026, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "凤移〔2026〕1号", "凤{文种}〔{年}〕号", "凤〔{年}〕{号}号", "凤{文种}{文种}〔{年}〕{号}号", "凤{文种}〔{年}〕{号}号{月}", "凤\n{文种}〔{年}〕{号}号", "{{文种}〔{年}〕{号}号"})
    void whatCanNotNumber_isRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new NumberTemplate(text));
    }

    @Test
    void length_isBoundedInCharactersNotInHalves() {
        String fields = "{文种}{年}{号}";
        new NumberTemplate("𠮷".repeat(NumberTemplate.LONGEST - fields.length()) + fields);
        assertThrows(IllegalArgumentException.class, () -> new NumberTemplate("𠮷".repeat(NumberTemplate.LONGEST - fields.length() + 1) + fields));
    }
}
