package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Organ;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of field takes and refuses; "now" is Tue 30 Sep 2025, 10:00 in Shanghai. */
class FieldKindsTest {
    private final House house = new House();

    private int errors(Field field, String value) {
        house.opened();
        return Inputs.errors(List.of(field), house.seen(house.officer("town"), "m1", field.id(), value)).size();
    }

    @ParameterizedTest
    @CsvSource({"2025-09-30,0,0,0", "2025-09-29,0,1,0", "2025-10-01,1,0,0", "1999-12-31,1,1,1", "2036-01-01,1,1,1", "2025-02-29,1,1,1", "昨天,1,1,1"})
    void day_isHeldToItsSpan(String value, int past, int future, int any) {
        assertEquals(past, errors(Field.date("d", "日").in(Span.PAST), value));
        assertEquals(future, errors(Field.date("d", "日").in(Span.FUTURE), value));
        assertEquals(any, errors(Field.date("d", "日"), value));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "99.5,0", "100,0", "100.01,1", "-1,1", "1.234,1", "1e3,1", "１,1", "NaN,1"})
    void number_isPlainAndWithinItsBound(String value, int errors) {
        assertEquals(errors, errors(Field.number("n", "分", 100), value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uffff", "\ufffe", "\ufdd0", "\ud83f\udffe", "\u0085", "\u007f", "\u202e", "\u2066", "\ud842"})
    void text_takesNoCharacterThatIsNone_orTurnsTheRest(String bad) {
        assertEquals(1, errors(Field.text("t", "名称"), "甲" + bad + "乙"));
        assertEquals(1, errors(Field.lines("t", "案件"), "甲\n乙" + bad));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u00a0", "\u200b", "\ufeff\u2060", "\n\u200b\n"})
    void text_thatNobodyCouldSee_isNone(String nothing) {
        assertEquals(1, errors(Field.text("t", "名称").must(), nothing));
        assertEquals(1, errors(Field.lines("t", "案件").must(), nothing));
        assertEquals(List.of("甲"), house.seen(house.officer("town"), "m1", "t", "甲\n" + nothing).lines("t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷", "𬱖\u200d某", "a\tb\r\nc"})
    void text_keepsWhatPeopleWrite(String written) {
        assertEquals(0, errors(Field.text("t", "名称").must(), written));
    }

    @Test
    void severalChoices_areEachOneOfTheOptions_andEnoughOfThem() {
        Field field = Field.choices("c", "措施", List.of(new Option("a", "查阅"), new Option("b", "询问"))).atLeast(2);
        assertEquals(0, errors(field, "a\nb"));
        assertEquals(1, errors(field, "a\na"));
        assertEquals(1, errors(field, "a\nx"));
    }

    @Test
    void severalOrgans_areOfTheJurisdictionAndOfTheKindsAskedFor() {
        Field field = Field.organs("o", "成员", Organ.Kind.DEPARTMENT);
        assertEquals(0, errors(field, "bureau\nthird"));
        assertEquals(1, errors(field, "bureau\ntown"));
        assertEquals(1, errors(field, "bureau\nunit"));
        assertEquals(1, errors(field, "bureau\nelsewhere"));
    }

    @Test
    void people_areOfTheOwnOrgan_andHoldAValidCertificateWhereOneIsAskedFor() {
        house.certified("valid", "甲", "town", Certificate.Kind.SUPERVISION, LocalDate.of(2025, 9, 30));
        house.certified("expired", "丙", "town", Certificate.Kind.SUPERVISION, LocalDate.of(2025, 9, 29));
        house.certified("other", "丁", "town", Certificate.Kind.ENFORCEMENT, LocalDate.of(2026, 9, 29));
        house.person("elsewhere", "戊", "bureau");
        assertEquals(0, errors(Field.people("p", "人员"), "town-2"));
        assertEquals(1, errors(Field.people("p", "人员"), "elsewhere"));
        Field certified = Field.people("p", "监督人员").certified(Certificate.Kind.SUPERVISION);
        assertEquals(0, errors(certified, "valid"));
        for (String user : List.of("expired", "other", "town-2")) {
            assertEquals(1, errors(certified, user), user);
        }
    }

    @Test
    void item_isOneOfTheRegister() {
        assertEquals(0, errors(Field.item("i", "执法事项"), "I-1"));
        assertEquals(1, errors(Field.item("i", "执法事项"), "I-2"));
    }
}
