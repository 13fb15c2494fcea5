package cn.xiezhi.store;

import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.desk.MatterStore.StoreException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.persistence.exceptions.DatabaseException;

/** Says in one sentence what the database means. */
final class Failures {
    private Failures() {}

    /** What callers get for an exception: those of the port as they are, everything from the database as a StoreException. */
    static RuntimeException of(RuntimeException e) {
        if (e instanceof StaleMatterException || e instanceof StoreException) {
            return e;
        }
        boolean fromDatabase = e instanceof PersistenceException || e instanceof DatabaseException || sql(e).isPresent();
        return fromDatabase ? new StoreException(text(e), e) : e;
    }

    /** A row of this key is there already. */
    static boolean duplicate(Throwable e) {
        return sql(e).map(SQLException::getSQLState).filter("23505"::equals).isPresent();
    }

    /** Two transactions wanted the same rows, and this one was given up or waited too long. */
    static boolean raced(Throwable e) {
        return givenUp(e) || sql(e).map(SQLException::getSQLState).filter("40XL1"::equals).isPresent();
    }

    /** Two waited for each other, and the database gave this one up for the other: tried again, it gets through. */
    static boolean givenUp(Throwable e) {
        return sql(e).map(SQLException::getSQLState).filter(s -> s.equals("40001") || s.equals("40P01")).isPresent();
    }

    static String text(Throwable e) {
        if (causes(e, "No space left on device")) {
            return "磁盘已满，数据库无法写入；本次操作未保存，请清理磁盘后重试";
        }
        Optional<SQLException> sql = sql(e);
        String state = sql.map(SQLException::getSQLState).orElse("");
        String text = switch (state) {
            case "53100" -> "磁盘已满，数据库无法写入；本次操作未保存，请清理磁盘后重试";
            case "XSDB6" -> "数据库已被另一进程占用，请先停止占用它的进程";
            case "XJ004" -> "数据库不存在，请检查地址";
            case "XBM0H", "XBM0J" -> "数据库文件夹无法建立或已被占用，请检查路径与权限";
            case "3D000" -> "数据库不存在，请先建立";
            case "28000", "28P01", "08004" -> "数据库用户名或密码错误";
            case "53300" -> "数据库连接数已满";
            case "22001" -> "内容过长，数据库无法保存";
            case "23505" -> "记录已存在";
            case "40001", "40P01", "40XL1", "40XL2" -> "与他人同时操作，数据库放弃了本次操作，请重试";
            case "25006", "XCL23", "40XD1" -> "数据库只读，无法写入";
            default -> "";
        };
        if (!text.isEmpty()) {
            return text;
        }
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("XJ") || state.startsWith("XS") || state.isEmpty()
                ? "数据库不可用" + (state.isEmpty() ? "" : "（" + state + "）") : "数据库出错（" + state + "）";
    }

    /** The innermost SQLException that has a state: it is the one that tells. */
    private static Optional<SQLException> sql(Throwable e) {
        SQLException found = null;
        int depth = 0;
        for (Throwable t = e; t != null && depth++ < 30; t = next(t)) {
            if (t instanceof SQLException s && s.getSQLState() != null) {
                found = s;
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean causes(Throwable e, String words) {
        int depth = 0;
        for (Throwable t = e; t != null && depth++ < 30; t = next(t)) {
            if (String.valueOf(t.getMessage()).contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable next(Throwable t) {
        return t instanceof SQLException s && s.getNextException() != null ? s.getNextException() : t.getCause();
    }
}
