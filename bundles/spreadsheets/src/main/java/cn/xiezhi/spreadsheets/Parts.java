package cn.xiezhi.spreadsheets;

import cn.xiezhi.sheet.SheetException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts of an .xlsx that are looked at, unpacked under one bound whatever sizes the archive claims. */
final class Parts {
    /** Bytes of all parts together, unpacked; 20,000 full rows take about half of it. */
    static final int MOST_BYTES = 32 << 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Map<String, byte[]> byName;

    private Parts(Map<String, byte[]> byName) {
        this.byName = byName;
    }

    static Parts of(byte[] bytes) throws SheetException {
        if (startsWith(bytes, OLE)) {
            throw new SheetException("这是旧格式（.xls）或加了密码的文件，请在表格软件中另存为不加密的 .xlsx 后重试");
        }
        if (!startsWith(bytes, ZIP)) {
            throw new SheetException("这不是 .xlsx 文件；请在表格软件中打开后另存为 .xlsx，或下载模板填写");
        }
        Path file = onDisk(bytes);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new Parts(unpacked(zip));
        } catch (IOException | IllegalArgumentException e) {
            throw new SheetException("文件已损坏，不能解压；请重新导出或另存后重试");
        } finally {
            delete(file);
        }
    }

    /** The JDK follows an archive's directory, as spreadsheets do, on files only; a stream has to believe what stands before each entry. */
    private static Path onDisk(byte[] bytes) {
        try {
            Path file = Files.createTempFile("xiezhi", ".xlsx");
            try {
                return Files.write(file, bytes);
            } catch (IOException e) {
                delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no room for a temporary file", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private static Map<String, byte[]> unpacked(ZipFile zip) throws IOException, SheetException {
        if (zip.size() > MOST_ENTRIES) {
            throw tooLarge();
        }
        Map<String, byte[]> parts = new HashMap<>();
        int room = MOST_BYTES;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = name(entry.getName());
            // Nothing else is ever opened: pictures may be as large as they like.
            if (name.startsWith("xl/") && (name.endsWith(".xml") || name.endsWith(".rels"))) {
                try (InputStream in = zip.getInputStream(entry)) {
                    room -= kept(in, name, room, parts);
                }
            }
        }
        return parts;
    }

    private static int kept(InputStream zip, String name, int room, Map<String, byte[]> parts) throws IOException, SheetException {
        byte[] bytes = zip.readNBytes(room + 1);
        if (bytes.length > room) {
            throw tooLarge();
        }
        if (parts.put(name, bytes) != null) {
            throw new SheetException("文件已损坏：压缩包内有重名的部分");
        }
        return bytes.length;
    }

    private static SheetException tooLarge() {
        return new SheetException("文件解压后过大（超过 " + (MOST_BYTES >> 20) + " MiB），请拆成几个文件分别导入");
    }

    private static boolean startsWith(byte[] file, byte[] head) {
        return file.length >= head.length && Arrays.equals(file, 0, head.length, head, 0, head.length);
    }

    private static String name(String raw) {
        String name = raw.replace('\\', '/').toLowerCase(Locale.ROOT);
        return name.startsWith("/") ? name.substring(1) : name;
    }

    boolean has(String name) {
        return byName.containsKey(name(name));
    }

    InputStream open(String name) throws SheetException {
        byte[] bytes = byName.get(name(name));
        if (bytes == null) {
            throw new SheetException("文件不完整，缺少“" + name(name).replaceAll("[^ -~]", "?") + "”；请在表格软件中另存为 .xlsx 后重试");
        }
        return new ByteArrayInputStream(bytes);
    }
}
