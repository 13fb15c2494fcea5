package cn.xiezhi.loader;

import cn.xiezhi.policy.Subject;
import java.util.Optional;

/**
 * What a bundle brings at present.
 *
 * @param label how people find the bundle
 * @param declared the jurisdiction that its manifest names, readable or not
 */
record Offer(String label, Optional<String> declared, BundleFiles files, Reading reading, Origin origin) {
    Optional<Content> content() {
        return reading.content();
    }

    /** What it is about, as far as that can be told: only one bundle at a time may bring it. */
    Optional<String> about() {
        return content().map(Offer::about).or(() -> declared);
    }

    /** The jurisdiction of a policy; a calendar is everybody's. */
    static String about(Content content) {
        return content instanceof Content.OfPolicy policy ? policy.jurisdiction() : Subject.CALENDAR.code();
    }
}
