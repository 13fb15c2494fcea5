package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.desk.SharedRecords;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.SharedKind;
import cn.xiezhi.procedure.Sharing;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Zone;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Shared records to take along: penalties, coercion, inspections, the offline ledger. */
@Path("v1/sharing/export")
public final class SharingResource {
    private static final String CSV = "text/csv";
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final Services services;

    SharingResource(Services services) {
        this.services = services;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.EXPORT)
    public Response export(@Context SecurityContext who, @QueryParam("kind") String kind, @QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("format") String format) {
        Officer officer = Caller.officer(who);
        SharedKind wanted = kind(Params.text("kind", kind).orElse(""));
        LocalDate last = day("to", to, Zone.day(services.desk().now()));
        LocalDate first = day("from", from, EARLIEST);
        boolean csv = csv(Params.text("format", format).orElse("json"));
        if (first.isAfter(last)) {
            throw Problem.bad("bad-parameter", "from", "开始日期不能晚于结束日期");
        }
        SharedRecords found = services.reading().shared(officer, wanted, first, last);
        if (!found.complete()) {
            throw new Problem(422, "too-many-records", "共享信息过多，请把开始日期改近一些，分次导出");
        }
        ExportTable table = new ExportTable(wanted, services.desk().organs(officer), m -> category(officer, m));
        if (!csv) {
            return Response.ok(new ExportJson(wanted.id(), wanted.text(), first, last, table.columns(), table.rows(found.records())), MediaType.APPLICATION_JSON).build();
        }
        return Response.ok(Csv.of(table.columns().stream().map(ExportJson.Column::label).toList(), table.cells(found.records())), CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(wanted.text() + " " + first + " " + last + ".csv")).build();
    }

    private String category(Officer officer, Matter record) {
        return services.desk().policy(officer.jurisdiction(), record.policyVersion()).map(p -> Sharing.categoryOf(record, p)).orElse("");
    }

    private static SharedKind kind(String id) {
        return SharedKind.of(id).orElseThrow(() -> Problem.bad("bad-parameter", "kind",
                "kind 应为 " + Arrays.stream(SharedKind.values()).map(SharedKind::id).collect(Collectors.joining("、"))));
    }

    private static boolean csv(String format) {
        return switch (format) {
            case "csv" -> true;
            case "json" -> false;
            default -> throw Problem.bad("bad-parameter", "format", "format 应为 csv 或 json");
        };
    }

    private static LocalDate day(String name, String value, LocalDate otherwise) {
        return Params.text(name, value).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw Problem.bad("bad-parameter", name, "“" + name + "”应为日期，例如 2026-02-28");
            }
        }).orElse(otherwise);
    }
}
