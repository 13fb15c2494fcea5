package cn.xiezhi.registry;

import java.util.Arrays;
import java.util.Optional;

/** What a person may do for the organ. */
public enum Role {
    OFFICER("officer", "执法人员"),
    LIAISON("liaison", "联络员"),
    LEADER("leader", "单位负责人"),
    JUSTICE_BUREAU("justiceBureau", "司法行政"),
    GOVERNMENT_OFFICE("governmentOffice", "政府办"),
    ADMINISTRATOR("administrator", "管理员"),
    AUDITOR("auditor", "审计员");

    private final String code;
    private final String text;

    Role(String code, String text) {
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }
}
