package cn.xiezhi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.KeptRules;
import cn.xiezhi.procedure.House;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The rules of former versions are read from the archive once, and don't fill the memory. */
class PoliciesTest {
    private final KeptRules archive = new KeptRules();
    private final AtomicInteger read = new AtomicInteger();
    private final Policies policies = new Policies(archive, text -> {
        read.incrementAndGet();
        return new House().policy;
    });

    @Test
    void aVersionIsReadOnce_andAgainOnlyAfterManyOthers() {
        for (int n = 0; n <= 300; n++) {
            archive.with("test", "v" + n, Instant.EPOCH, "text");
        }
        for (int times = 0; times < 3; times++) {
            assertTrue(policies.version("test", "v0").isPresent());
        }
        assertEquals(1, read.get());
        for (int n = 1; n <= 300; n++) {
            policies.version("test", "v0");
            policies.version("test", "v" + n);
        }
        assertEquals(301, read.get(), "what is asked for all the time stays");
        policies.version("test", "v1");
        assertEquals(302, read.get(), "what was not asked for in long is read again");
    }

    @Test
    void aVersionThatIsNotKept_isUnknown_alsoLater() {
        assertEquals(Optional.empty(), policies.version("test", "v1"));
        archive.with("test", "v1", Instant.EPOCH, "text");
        assertTrue(policies.version("test", "v1").isPresent());
    }
}
