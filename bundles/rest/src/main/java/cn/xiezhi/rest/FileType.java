package cn.xiezhi.rest;

import cn.xiezhi.desk.Documents;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of file that are taken as attachments, and how each is recognised by its content. */
enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    DOCX(Documents.DOCX, "docx"),
    XLSX(ExportsResource.XLSX, "xlsx"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    MP4("video/mp4", "mp4"),
    TXT("text/plain", "txt");

    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final int MOST_ENTRIES = 10_000;

    private final String type;
    private final List<String> extensions;

    FileType(String type, String... extensions) {
        this.type = type;
        this.extensions = List.of(extensions);
    }

    String type() {
        return type;
    }

    String extension() {
        return extensions.get(0);
    }

    /** Whether browsers draw it by themselves without taking it for a page. */
    boolean isViewable() {
        return this == PDF || this == JPEG || this == PNG;
    }

    boolean hasExtension(String name) {
        return extensions.stream().anyMatch(e -> name.toLowerCase(Locale.ROOT).endsWith("." + e));
    }

    static Optional<FileType> ofType(String type) {
        return Arrays.stream(values()).filter(t -> t.type.equalsIgnoreCase(type)).findFirst();
    }

    /** What the bytes are; empty if none of the kinds that are taken. */
    static Optional<FileType> of(byte[] bytes) {
        if (starts(bytes, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of(PDF);
        }
        if (starts(bytes, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (starts(bytes, PNG_START)) {
            return Optional.of(PNG);
        }
        if (bytes.length > 12 && Arrays.equals(bytes, 4, 8, new byte[] {'f', 't', 'y', 'p'}, 0, 4)) {
            return Optional.of(MP4);
        }
        if (starts(bytes, new byte[] {'P', 'K', 3, 4})) {
            return office(entries(bytes));
        }
        if (starts(bytes, OLE)) {
            return contains(bytes, "WordDocument") ? Optional.of(DOC) : contains(bytes, "Workbook") ? Optional.of(XLS) : Optional.empty();
        }
        return isText(bytes) ? Optional.of(TXT) : Optional.empty();
    }

    /** By the names in the archive's directory; one that carries macros is none of ours. */
    private static Optional<FileType> office(Set<String> entries) {
        if (!entries.contains("[Content_Types].xml") || entries.stream().anyMatch(e -> e.endsWith("vbaProject.bin"))) {
            return Optional.empty();
        }
        return entries.contains("word/document.xml") ? Optional.of(DOCX) : entries.contains("xl/workbook.xml") ? Optional.of(XLSX) : Optional.empty();
    }

    /** The central directory is read where it stands; nothing is unpacked, so no bomb goes off. */
    private static Set<String> entries(byte[] zip) {
        ByteBuffer b = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        Set<String> names = new HashSet<>();
        int end = zip.length - 22;
        while (end >= Math.max(0, zip.length - 22 - 0xFFFF) && b.getInt(end) != 0x06054b50) {
            end--;
        }
        if (end < 0 || b.getInt(end) != 0x06054b50) {
            return names;
        }
        for (long at = b.getInt(end + 16) & 0xFFFFFFFFL; at + 46 <= end && b.getInt((int) at) == 0x02014b50 && names.size() < MOST_ENTRIES; ) {
            int name = b.getShort((int) at + 28) & 0xFFFF;
            if (at + 46 + name > end) {
                return Set.of();
            }
            names.add(new String(zip, (int) at + 46, name, StandardCharsets.UTF_8));
            at += 46L + name + (b.getShort((int) at + 30) & 0xFFFF) + (b.getShort((int) at + 32) & 0xFFFF);
        }
        return names;
    }

    /** The streams of the old office formats are named in UTF-16. */
    private static boolean contains(byte[] bytes, String streamName) {
        byte[] wanted = streamName.getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    /** UTF-8, or GB 18030 as older programs write it; without control characters. */
    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return false;
            }
        }
        return bytes.length > 0 && (decodes(bytes, StandardCharsets.UTF_8) || decodes(bytes, Charset.forName("GB18030")));
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }
}
