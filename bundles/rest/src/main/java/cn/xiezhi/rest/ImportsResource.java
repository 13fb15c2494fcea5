package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.desk.Job.How;
import cn.xiezhi.desk.Jobs;
import cn.xiezhi.desk.Registers;
import cn.xiezhi.matter.Hashes;
import cn.xiezhi.registry.Checked;
import cn.xiezhi.registry.Checked.State;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.sheet.Sheet;
import cn.xiezhi.sheet.SheetException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers from spreadsheets: first a preview that changes nothing, then the same file taken over, all or nothing. The file is the request's whole body. */
@Path("v1/imports/{kind}")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {
    static final int MOST_BYTES = 5 << 20;
    /** The heading included. */
    static final int MOST_ROWS = 20_001;
    private static final int MOST_COLUMNS = 20;
    /** Rows and faults that an answer names; the counts are of all. */
    private static final int MOST_SHOWN = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(ImportsResource.class);

    private final Services services;
    /** A file takes a hundred times its size while it is read. */
    private final Semaphore room = new Semaphore(1);

    ImportsResource(Services services) {
        this.services = services;
    }

    /**
     * @param fingerprint to be sent along when this very file is taken over
     * @param rows what the file would change, wrong rows first to be shown; rows that change nothing are left out
     * @param more how many further such rows there are
     */
    record PreviewJson(String fingerprint, boolean right, long added, long changed, long unchanged, long wrong, List<RowJson> rows, long more) {}

    /** @param row as the spreadsheet counts, from 1 */
    record RowJson(int row, String title, String state, List<CellFault> errors) {}

    record CellFault(String cell, String message) {}

    record ImportedJson(long added, long changed, long unchanged) {}

    @POST
    @Path("preview")
    @Consumes(MediaType.WILDCARD)
    @Access(Access.Level.ADMINISTRATOR)
    public Object preview(@Context SecurityContext who, @PathParam("kind") String kind, InputStream body) throws IOException {
        return alone(kind, body, (what, bytes, sheet) -> {
            Checked<?> checked = services.registers().check(Caller.officer(who), what, sheet);
            refuseHeading(checked);
            List<Checked.Row> telling = checked.rows().stream().filter(r -> r.state() != State.UNCHANGED).toList();
            List<RowJson> shown = Stream.concat(telling.stream().filter(r -> r.state() == State.WRONG), telling.stream().filter(r -> r.state() != State.WRONG)).limit(MOST_SHOWN)
                    .sorted(Comparator.comparing(Checked.Row::row)).map(ImportsResource::json).toList();
            return new PreviewJson(Hashes.sha256(bytes), checked.right(), checked.count(State.NEW), checked.count(State.CHANGED), checked.count(State.UNCHANGED),
                    checked.count(State.WRONG), shown, telling.size() - shown.size());
        });
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.REGISTER)
    public Object take(@Context SecurityContext who, @PathParam("kind") String kind, @QueryParam("fingerprint") String fingerprint, InputStream body) throws IOException {
        Officer officer = Caller.officer(who);
        String seen = Params.text("fingerprint", fingerprint).orElseThrow(() -> Problem.bad("missing-parameter", "fingerprint", "请先预览，并带上预览得到的 fingerprint"));
        return alone(kind, body, (what, bytes, sheet) -> {
            if (!Hashes.sha256(bytes).equals(seen)) {
                throw new Problem(409, "other-file", "提交的文件与预览的不是同一份，请重新预览");
            }
            Jobs.Run run = services.jobs().begin(officer, Host.NAME, "导入" + what.text());
            Registers.Imported imported = services.registers().take(officer, what, sheet);
            Checked<?> checked = imported.checked();
            if (!checked.right() || !imported.done()) {
                run.end(How.FAILED, "没有导入任何一行");
            }
            refuseHeading(checked);
            if (!checked.right()) {
                throw faulty("文件有错误，没有导入任何一行；请重新预览并改正", checked.rows().stream().flatMap(r -> r.faults().stream()).toList());
            }
            if (!imported.done()) {
                throw new Problem(409, "register-changed", "名录刚被他人改动，没有导入任何一行；请重新预览");
            }
            LOG.info("{} 导入{}：新增 {} 行，变更 {} 行", officer.user(), what.text(), checked.count(State.NEW), checked.count(State.CHANGED));
            run.end(How.DONE, "新增 " + checked.count(State.NEW) + " 行，变更 " + checked.count(State.CHANGED) + " 行，不变 " + checked.count(State.UNCHANGED) + " 行");
            return new ImportedJson(checked.count(State.NEW), checked.count(State.CHANGED), checked.count(State.UNCHANGED));
        });
    }

    private interface Step {
        Object with(Registers.Kind kind, byte[] bytes, Sheet sheet);
    }

    private Object alone(String kind, InputStream body, Step step) throws IOException {
        Registers.Kind what = Registers.Kind.of(kind).orElseThrow(() -> Problem.unknown("unknown-register", "可以导入的有 organs、officers、items，没有“" + kind + "”"));
        if (!room.tryAcquire()) {
            throw new Problem(503, "busy", "正在处理另一份导入，请稍后重试").retryAfter(2);
        }
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Problem(413, "too-large", "文件过大，不能超过 " + (MOST_BYTES >> 20) + " MiB，请拆成几个文件分别导入");
            }
            if (bytes.length == 0) {
                throw new Problem(400, "empty-file", "文件是空的，请重新选择");
            }
            return step.with(what, bytes, services.spreadsheets().read(bytes, MOST_ROWS, MOST_COLUMNS));
        } catch (SheetException e) {
            throw new Problem(422, "bad-spreadsheet", e.getMessage()).with("errors",
                    e.faults().stream().map(f -> new Problem.Fault(f.cell(), f.cell() + "：" + f.message(), Optional.empty())).toList());
        } finally {
            room.release();
        }
    }

    private static void refuseHeading(Checked<?> checked) {
        if (!checked.heading().isEmpty()) {
            throw faulty("首行与模板不符，没有读取其余各行", checked.heading());
        }
    }

    private static Problem faulty(String detail, List<Checked.Fault> faults) {
        return new Problem(422, "bad-spreadsheet", detail).with("errors",
                faults.stream().limit(MOST_SHOWN).map(f -> new Problem.Fault(f.cell(), f.cell() + "：" + f.message(), Optional.empty())).toList());
    }

    private static RowJson json(Checked.Row row) {
        return new RowJson(row.row() + 1, row.title(), row.state().name().toLowerCase(Locale.ROOT), row.faults().stream().map(f -> new CellFault(f.cell(), f.message())).toList());
    }
}
