package cn.xiezhi.document;

import java.util.Optional;

/**
 * What a paper is laid out by.
 *
 * @param version of the rules, or of the county's own upload; empty for the platform's own
 * @param bytes a .docx with fields
 */
public record Template(Origin origin, Optional<String> version, String sha256, byte[] bytes) {
    public static final String FOLDER = "templates/";

    /** Who made it. Where several have one, the last of these counts. */
    public enum Origin {
        PLATFORM("平台"), RULES("规则包"), COUNTY("本辖区上传");

        private final String text;

        Origin(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** What the file of a paper's template is called in a bundle of rules. */
    public static String file(String procedure, String paper) {
        return FOLDER + procedure + "-" + paper + ".docx";
    }

    /** As it is kept with every document that was issued by it. */
    public String label() {
        return origin.text() + version.map(v -> " " + v).orElse("") + " " + sha256.substring(0, 12);
    }
}
