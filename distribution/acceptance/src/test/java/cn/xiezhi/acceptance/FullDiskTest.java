package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up while officers work, and a data folder that can't be written. Needs to mount a small file system: says so where it may not. */
class FullDiskTest {
    @TempDir
    Path folder;

    private Path disk;
    private static final int NO_ANSWER = 0;
    private Product product;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk.toString()) == 0, "only somebody who may mount a file system can fill one up");
        product = Product.unpack(folder).env("XIEZHI_HOME", disk.resolve("data").toString()).env("XIEZHI_SAMPLE", "true");
    }

    @AfterEach
    void unmount() throws Exception {
        if (product != null) {
            product.close();
            run("umount", disk.toString());
        }
    }

    @Test
    void fullDisk_refusesWholeActions_andNothingIsHalfDoneAfterARestart() throws Exception {
        product.start();
        County county = new County(product, "ningwu");
        Play play = new Play(county);
        JsonNode matter = play.sent("磁盘满之前");
        county.department();
        Path filler = fill();

        Client.Answer full = actUntilRefused(play, county, matter);
        if (full.status() != NO_ANSWER) {
            full.refused(503, "store-unavailable");
        }
        Files.delete(filler);
        product.kill();
        product.start();

        JsonNode now = new County(product, "ningwu").town().get("/matters/" + Play.id(matter)).expect(200);
        TransferTest.assertLedger(now);
        assertEquals(now.get("version").asLong(), now.get("ledger").size());
        County again = new County(product, "ningwu");
        new Play(again).act(again.department(), matter, "accept", Map.of()).expect(200);
        JsonNode later = new County(product, "ningwu").town().get("/matters/" + Play.id(matter)).expect(200);
        assertEquals("accepted", later.get("state").asText());
        TransferTest.assertLedger(later);
    }

    @Test
    void dataFolderThatMayOnlyBeRead_isRefused() throws Exception {
        assertEquals(0, run("mount", "-o", "remount,ro", disk.toString()));
        Product.Result result = product.command("run");
        assertEquals(4, result.exitCode());
        assertTrue(result.output().contains("数据目录 " + product.home() + " 无法写入"), result.output());
        assertEquals(1, result.output().lines().count(), result.output());
    }

    /** A database without room may also leave a request without an answer: it acknowledges nothing either way. */
    private static Client.Answer patiently(Callable<Client.Answer> question) throws Exception {
        try {
            return question.call();
        } catch (HttpTimeoutException e) {
            return new Client.Answer(NO_ANSWER, MissingNode.getInstance(), "no answer in time", HttpHeaders.of(Map.of(), (name, value) -> true));
        }
    }

    /** Small uploads into what room the database had kept for itself, until one is refused. */
    private static Client.Answer actUntilRefused(Play play, County county, JsonNode matter) throws Exception {
        for (int i = 0; i < 400; i++) {
            Client.Answer seen = patiently(() -> county.town().get("/matters/" + Play.id(matter)));
            if (seen.status() != 200) {
                return seen;
            }
            JsonNode now = seen.body();
            String path = "/matters/" + Play.id(matter) + "/attachments?name=a.txt&slot=source&pages=1&version=" + now.get("version");
            byte[] text = ("材料" + i + "。").repeat(10_000).getBytes(StandardCharsets.UTF_8);
            Client.Answer answer = patiently(() -> county.town().upload(path, "text/plain", text));
            if (answer.status() != 201) {
                return answer;
            }
        }
        throw new AssertionError("the disk does not get full");
    }

    private Path fill() throws IOException {
        Path filler = disk.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (byte[] block = new byte[4096]; ; ) {
                out.write(block);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
