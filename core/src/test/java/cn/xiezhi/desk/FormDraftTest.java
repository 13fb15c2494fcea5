package cn.xiezhi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.xiezhi.desk.FormDraft.Acting;
import cn.xiezhi.desk.FormDraft.Form;
import cn.xiezhi.desk.FormDraft.Opening;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormDraftTest {
    @Test
    void everyForm_isFoundAgainByItsKey() {
        for (Form form : List.of(new Opening("transfer", Optional.empty()), new Opening("assist", Optional.of("20250930-abcd2345")), new Acting("20250930-abcd2345", "send"))) {
            assertEquals(Optional.of(form), Form.of(form.key()));
        }
    }

    @Test
    void whatIsNoKey_isNoForm() {
        for (String key : List.of("", "new", "new:", ":send", "new::x", "a:b:c", "new:a:b:c", "a:b:", "a/b:c", "a:" + "x".repeat(200), "事项:send")) {
            assertEquals(Optional.empty(), Form.of(key), key);
        }
    }

    @Test
    void whatWasTyped_isNotSaidInLogs() {
        assertFalse(new FormDraft("a", "zhang", new Acting("m", "send"), "{\"name\":\"举报人\"}", Instant.EPOCH).toString().contains("举报人"));
    }
}
