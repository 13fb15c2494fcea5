package cn.xiezhi.benchmark;

import java.util.Arrays;

/** Medians, percentiles and how they are written. */
final class Numbers {
    private Numbers() {}

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    static String millis(long[] sorted, double part) {
        return String.format("%.2f", sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))] / 1e6);
    }

    /** The median with the smallest and the largest. */
    static String spread(double[] values, String format) {
        return String.format(format + " (" + format + "–" + format + ")", median(values), Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow());
    }
}
