package cn.xiezhi.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The data folder ({@code XIEZHI_HOME}), held by this process alone until it ends. */
final class Home {
    private static final String PID = "run/xiezhi.pid";

    private final Path folder;
    private final FileLock lock;

    private Home(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Creates what is missing, proves that it can be written, and locks it. The system frees the lock even after a kill -9. */
    static Home open(Path folder) {
        try {
            for (String part : new String[] {"logs", "cache", "run"}) {
                Files.createDirectories(folder.resolve(part));
            }
            FileChannel channel = FileChannel.open(folder.resolve("run/xiezhi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new Failure(Failure.HOME_IN_USE, "数据目录 " + folder + " 正被另一个进程使用" + otherPid(folder) + "。请先停止它，或为 XIEZHI_HOME 指定别的目录。");
            }
            return new Home(folder, lock);
        } catch (IOException e) {
            throw new Failure(Failure.HOME_NOT_WRITABLE, "数据目录 " + folder + " 无法写入（" + e + "）。请检查权限与磁盘空间，或修改 XIEZHI_HOME。");
        }
    }

    /** Tells others which process this is. Only once the port is known to be free: whoever answers on it from then on is this process. */
    void started() {
        try {
            Files.writeString(folder.resolve(PID), ProcessHandle.current().pid() + "\n");
        } catch (IOException e) {
            throw new Failure(Failure.HOME_NOT_WRITABLE, "数据目录 " + folder + " 无法写入（" + e + "）。请检查权限与磁盘空间，或修改 XIEZHI_HOME。");
        }
    }

    /** Whether that process has started here. */
    static boolean startedBy(Path folder, long pid) {
        try {
            return Files.readString(folder.resolve(PID)).strip().equals(String.valueOf(pid));
        } catch (IOException e) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /** Forgets the process; the lock goes with it. */
    void release() {
        try {
            Files.deleteIfExists(folder.resolve(PID));
            lock.release();
        } catch (IOException e) {
            System.err.println("无法清理 " + folder.resolve("run") + "：" + e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String otherPid(Path folder) {
        try {
            return "（进程号 " + Files.readString(folder.resolve(PID)).strip() + "）";
        } catch (IOException e) {
            return "";
        }
    }
}
