package cn.xiezhi.registry;

import cn.xiezhi.code.Coded;
import java.util.Optional;

/** What a person may do for the organ. */
public enum Role implements Coded {
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

    @Override
    public String code() {
        return code;
    }

    public String text() {
        return text;
    }

    public static Optional<Role> of(String code) {
        return Coded.find(values(), code);
    }
}
