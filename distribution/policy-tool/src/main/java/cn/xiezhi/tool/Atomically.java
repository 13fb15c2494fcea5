package cn.xiezhi.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that nobody, the product's drop folder included, ever sees a half of it. */
final class Atomically {
    private Atomically() {}

    /** What fills the file. */
    interface Filling {
        void into(OutputStream out) throws IOException;
    }

    /** Writes beside the target (under a name that no drop folder takes), then moves it into place; a failure leaves what was there. */
    static void write(Path target, Filling filling) throws IOException {
        Path whole = target.toAbsolutePath();
        Path beside = whole.resolveSibling("." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(beside)) {
                filling.into(out);
            } catch (NoSuchFileException | AccessDeniedException e) {
                throw new Refusal(target + "：无法写入，没有这个文件夹或没有权限");
            }
            Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
