package cn.xiezhi.store;

import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.matter.Findable;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** How long a search by words takes across a jurisdiction and within one organ. Not a test; arguments: derby or postgres, matters, characters to a matter. */
final class SearchSpeed {
    private static final int BATCH = 500;

    private SearchSpeed() {}

    public static void main(String[] args) throws Exception {
        Settings settings = args[0].equals("derby") ? Databases.derby() : Databases.postgres();
        try (Database database = Database.open(settings)) {
            try (Connection c = database.work().source().getConnection()) {
                c.setAutoCommit(false);
                fill(c, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            }
            MatterStore store = new Matters(database.work());
            for (Optional<String> organ : List.of(Optional.<String>empty(), Optional.of("town3"))) {
                for (String words : List.of("占道", "占道 经营", "罕见词", "罕见词 占道", "没有这个词", "案", "q")) {
                    measure(store, organ, words);
                }
            }
        }
        System.exit(0);
    }

    private static void measure(MatterStore store, Optional<String> organ, String words) {
        MatterQuery q = new MatterQuery("speed", organ, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(words), Optional.empty(), Optional.empty(),
                new MatterQuery.Narrow(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("town3")), Optional.empty(), 20);
        StringBuilder times = new StringBuilder();
        int found = 0;
        for (int i = 0; i < 6; i++) {
            long start = System.nanoTime();
            found = store.list(q).size();
            times.append(' ').append((System.nanoTime() - start) / 1_000_000);
        }
        System.out.println(organ.orElse("everybody") + ", " + words + ":" + times + " ms (" + found + ")");
    }

    /** Fifty organs hold a part each in one matter of fifty. */
    private static void fill(Connection c, int matters, int length) throws SQLException {
        Random random = new Random(1);
        long start = System.nanoTime();
        for (int from = 0; from < matters; from += BATCH) {
            List<MatterRow> rows = new ArrayList<>();
            List<MatterOrganRow> organs = new ArrayList<>();
            for (int n = from; n < from + BATCH; n++) {
                StringBuilder words = new StringBuilder();
                while (words.length() < length) {
                    // Mostly from the thousand commonest characters.
                    words.append((char) (0x4e00 + (random.nextInt(4) > 0 ? random.nextInt(1000) : random.nextInt(6000))));
                }
                words.append(n % 20_000 == 7 ? "罕见词" : "");
                Matter m = Samples.titled(Samples.openedAt(Samples.matter("speed", "0192f7a1-" + String.format("%08d", n) + "-4e00-8000-000000000000"), Samples.TUE_2025_09_30.plusSeconds(n)), "凤凰镇占道经营案");
                rows.add(MatterRow.of(new MatterChange(m, List.of())));
                organs.add(MatterOrganRow.of(m, "town" + n % 50, true, false));
                MatterText.keep(c, Optional.empty(), new MatterChange(m, List.of(), new Findable(words.toString(), "")));
            }
            MatterRow.NEW.insert(c, rows);
            MatterOrganRow.TABLE.insert(c, organs);
            c.commit();
        }
        System.out.printf("%d matters of %d characters in %d ms%n", matters, length, (System.nanoTime() - start) / 1_000_000);
    }
}
