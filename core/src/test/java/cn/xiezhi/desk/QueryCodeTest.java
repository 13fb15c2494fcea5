package cn.xiezhi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"HE2A-2U9R-S65H-D5B2-TTJH", "he2a2u9rs65hd5b2ttjh", " HE2A 2U9R S65H D5B2 TTJH ", "HE2A—2U9R—S65H—D5B2—TTJH", "ＨＥ２Ａ－２Ｕ９Ｒ－Ｓ６５Ｈ－Ｄ５Ｂ２－ＴＴＪＨ",
        "HE2A–2U9R–S65H–D5B2–TTJH　"})
    void isReadHoweverItWasTyped(String typed) {
        assertEquals(QueryCode.fingerprint("HE2A-2U9R-S65H-D5B2-TTJH").orElseThrow(), QueryCode.fingerprint(typed).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HE2A-2U9R-S65H-D5B2-TTJ", "HE2A-2U9R-S65H-D5B2-TTJ0", "HE2A-2U9R-S65H-D5B2-TTJHX", "HE2A2U9RS65HD5B2TTJ𠮷", "-------------------------------------------------"})
    void whatCannotBeACode_isNone(String typed) {
        assertEquals(Optional.empty(), QueryCode.fingerprint(typed));
    }
}
