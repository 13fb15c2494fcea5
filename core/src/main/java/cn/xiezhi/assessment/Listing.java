package cn.xiezhi.assessment;

import cn.xiezhi.matter.Obligation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind a figure.
 *
 * @param count how many there are: the figure itself
 * @param lines the first of them
 */
public record Listing(Instant now, int count, List<Line> lines) {
    public Listing {
        lines = List.copyOf(lines);
    }

    /**
     * @param seen whether this person may open the matter; without that the title says no more than what kind of matter it is
     * @param obligation where the figure counts obligations
     */
    public record Line(String matter, boolean seen, String title, String procedure, String state, Instant openedAt, Optional<Obligation> obligation) {}
}
