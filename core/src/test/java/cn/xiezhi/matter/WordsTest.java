package cn.xiezhi.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Words.Excerpt;
import cn.xiezhi.matter.Words.Mark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void width_caseAndBlanks_makeNoDifference() {
        assertEquals("凤移〔2025〕12号 abc é 𠮷 𬱖".replace("é", "e\u0301"), Words.plain("凤移〔２０２５〕１２号　ＡBc\té 𠮷 𬱖"));
        assertEquals(Words.plain("e\u0301"), Words.plain("é"));
        assertEquals(List.of("占道", "abc"), Words.of("  占道　ABC \n占道 "));
        assertEquals(Words.MOST, Words.of("a b c d e f g h i j").size());
    }

    @Test
    void theExcerpt_marksEveryWord_inTheTextAsItWasWritten() {
        assertEquals(Optional.of(new Excerpt("𠮷村ＡＢ摊", List.of(new Mark(0, 2), new Mark(3, 5)))), Words.excerpt("𠮷村ＡＢ摊", List.of("𠮷", "ab")));
        assertEquals(Optional.empty(), Words.excerpt("占道经营", List.of("经营者")));
    }

    @Test
    void aLongText_isCutAroundTheFirstWord_notInTheMiddleOfACharacter() {
        String text = "𠮷".repeat(100) + "目标" + "𬱖".repeat(100);
        Excerpt excerpt = Words.excerpt(text, List.of("目标")).orElseThrow();

        assertTrue(excerpt.text().startsWith("…𠮷") && excerpt.text().endsWith("𬱖…"), excerpt.text());
        Mark mark = excerpt.marks().get(0);
        assertEquals("目标", excerpt.text().substring(mark.from(), mark.to()));
        assertTrue(excerpt.text().codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff));
    }

    @Test
    void overlappingWords_areMarkedOnce() {
        assertEquals(List.of(new Mark(0, 3)), Words.excerpt("占道经营", List.of("占道经", "道经")).orElseThrow().marks());
    }
}
