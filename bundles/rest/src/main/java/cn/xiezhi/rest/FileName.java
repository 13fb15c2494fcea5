package cn.xiezhi.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** File names from outside, made harmless: no path, no invisible or direction-changing characters, bounded, with the extension of what the file is. */
final class FileName {
    private static final int MOST = 200;
    private static final int MOST_BYTES = 255;
    private static final int LONGEST_ENDING = 10;

    private FileName() {}

    static String of(String given, FileType type) {
        String name = harmless(given);
        if (name.isEmpty()) {
            name = "未命名";
        }
        String ending = type.hasExtension(name) ? name.substring(name.lastIndexOf('.')) : "." + type.extension();
        String stem = type.hasExtension(name) ? name.substring(0, name.lastIndexOf('.')) : name;
        int room = MOST - ending.length();
        return (stem.codePointCount(0, stem.length()) > room ? stem.substring(0, stem.offsetByCodePoints(0, room)) : stem) + ending;
    }

    private static String harmless(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        // Control, format (bidi, zero width), lone surrogates, private use; then what file systems don't take.
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\u2028\\u2029]", "").replaceAll("[<>:\"|?*]", "_").replaceAll("\\s+", " ");
        return name.replaceAll("^[. ]+|[. ]+$", "");
    }

    /**
     * A name inside an archive, whatever it was called before: numbered, so that no two are the same and none is a device's, without a path, and short enough
     * for every file system.
     */
    static String numbered(int ordinal, String given) {
        return within(String.format("%02d ", ordinal) + harmless(given));
    }

    /** No longer than every file system takes, with its ending. */
    static String within(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        while ((stem + ending).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1)).stripTrailing();
        }
        return stem + ending;
    }

    /** A path of such names in a link. */
    static String inUrl(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    }

    /** RFC 5987: percent-encoded UTF-8, so that no name can end the header or change its meaning. */
    static String disposition(String name) {
        return disposition("attachment", name);
    }

    static String disposition(String how, String name) {
        return how + "; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
