package cn.xiezhi.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The passwords of the product's sample accounts. */
final class Accounts {
    private Accounts() {}

    static String of(Path home, String user) throws IOException, InterruptedException {
        Path accounts = home.resolve("demo-accounts.csv");
        String line = "";
        // The sample's accounts may be written a moment after the product says that it is ready.
        for (int tries = 0; line.isEmpty() && tries < 600; tries++) {
            line = Files.exists(accounts) ? Files.readAllLines(accounts).stream().filter(l -> l.contains("," + user + ",")).findFirst().orElse("") : "";
            Thread.sleep(line.isEmpty() ? 100 : 0);
        }
        return line.substring(line.lastIndexOf(',') + 1);
    }
}
