package cn.xiezhi.audit;

import cn.xiezhi.code.Coded;
import java.util.Optional;

/** What kind of act it was. Codes are stable, the words are for people. */
public enum AuditKind implements Coded {
    SIGN_IN("signIn", "登录"), SIGN_OUT("signOut", "退出"), PASSWORD("password", "修改密码"), TOKEN("token", "令牌"), ACCOUNT("account", "账号管理"), REGISTER("register", "名录与导入"),
    RULES("rules", "规则管理"), SETTINGS("settings", "设置"), EXPORT("export", "导出"), READ("read", "查看受记录的信息"), ACTION("action", "办理事项"), REFUSED("refused", "被拒绝的请求"),
    VERIFICATION("verification", "审计检验");

    private final String code;
    private final String text;

    AuditKind(String code, String text) {
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

    public static Optional<AuditKind> of(String code) {
        return Coded.find(values(), code);
    }
}
