package cn.xiezhi.loader;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Private copies of the jars that were taken last, by the names of their files: what stays in force when the power was cut while the next was being copied. */
final class Staged {
    private static final Logger LOG = LoggerFactory.getLogger(Staged.class);

    private final Optional<Path> folder;

    Staged(Optional<Path> folder) {
        this.folder = folder;
        folder.filter(Files::isDirectory).ifPresent(Staged::clear);
    }

    /** A copy that can't be read is none. */
    Optional<byte[]> of(Path file) {
        try {
            return copy(file).isPresent() && Files.isRegularFile(copy(file).get()) ? Optional.of(Files.readAllBytes(copy(file).get())) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} 无法读取", copy(file).orElseThrow(), e);
            return Optional.empty();
        }
    }

    void keep(Path file, byte[] jar) {
        copy(file).ifPresent(copy -> {
            Path beside = copy.resolveSibling(copy.getFileName() + ".tmp");
            try {
                Files.createDirectories(copy.getParent());
                Files.write(beside, jar);
                try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(beside, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                LOG.warn("{} 无法写入；重新启动时若投放的文件不完整，将没有可用的副本", copy, e);
            }
        });
    }

    void forget(Path file) {
        copy(file).ifPresent(copy -> {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                LOG.warn("{} 无法删除", copy, e);
            }
        });
    }

    private Optional<Path> copy(Path file) {
        return folder.map(f -> f.resolve(file.getFileName().toString()));
    }

    /** What a cut left behind. */
    private static void clear(Path folder) {
        try (DirectoryStream<Path> rests = Files.newDirectoryStream(folder, "*.tmp")) {
            for (Path rest : rests) {
                Files.deleteIfExists(rest);
            }
        } catch (IOException e) {
            LOG.warn("{} 无法清理", folder, e);
        }
    }
}
