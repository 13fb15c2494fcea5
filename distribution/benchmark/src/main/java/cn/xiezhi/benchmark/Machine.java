package cn.xiezhi.benchmark;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;

/** What it was measured on, and what else went on there. */
final class Machine {
    private Machine() {}

    static String text() {
        return String.format("%s, %d processors, Java %s, load %s at the beginning", LocalDate.now(), Runtime.getRuntime().availableProcessors(), Runtime.version().feature(), load());
    }

    static String load() {
        return String.format("%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
