package cn.xiezhi.registry;

import cn.xiezhi.code.Coded;
import java.util.Map;
import java.util.Optional;

/**
 * A township or street, department, bureau or government of a jurisdiction, or a unit inside one.
 *
 * @param parent the organ that an internal unit belongs to
 * @param code the GB/T 2260 code of a township or street
 * @param numbering how it numbers its documents; while nobody has said so, it can't issue any that has a number
 */
public record Organ(String id, String jurisdiction, String name, Kind kind, Optional<String> parent, Optional<String> code, Optional<NumberTemplate> numbering) {
    /** Without a way to number documents. */
    public Organ(String id, String jurisdiction, String name, Kind kind, Optional<String> parent, Optional<String> code) {
        this(id, jurisdiction, name, kind, parent, code, Optional.empty());
    }

    /** The name of an organ of a register; its id where it is not in it. */
    public static String name(Map<String, Organ> register, String id) {
        return Optional.ofNullable(register.get(id)).map(Organ::name).orElse(id);
    }

    public boolean isDepartment() {
        return kind == Kind.DEPARTMENT || kind == Kind.APPROVAL;
    }

    /** What an organ is; an internal unit can't act in its own name. */
    public enum Kind implements Coded {
        TOWNSHIP("township", "乡镇街道"),
        DEPARTMENT("department", "职能部门"),
        /** A department too, where permits were put together in one hand; it may keep the departments' accounts. */
        APPROVAL("approval", "行政审批部门"),
        JUSTICE_BUREAU("justiceBureau", "司法行政部门"),
        LEGAL_OFFICE("legalOffice", "政府法制机构"),
        JOINT_MEETING("jointMeeting", "联席会议办公室"),
        GOVERNMENT("government", "人民政府"),
        POLICE("police", "公安机关"),
        PROCURATORATE("procuratorate", "检察机关"),
        INTERNAL_UNIT("internalUnit", "内设机构");

        private final String code;
        private final String text;

        Kind(String code, String text) {
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

        public static Optional<Kind> of(String code) {
            return Coded.find(values(), code);
        }
    }
}
