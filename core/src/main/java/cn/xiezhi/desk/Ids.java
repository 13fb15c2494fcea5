package cn.xiezhi.desk;

import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that people can read out: the day, and eight characters without the ones that look alike. */
final class Ids {
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private Ids() {}

    static String next(Instant now) {
        StringBuilder id = new StringBuilder(DateTimeFormatter.BASIC_ISO_DATE.format(Zone.day(now))).append('-');
        for (int i = 0; i < 8; i++) {
            id.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
