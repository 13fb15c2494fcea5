package cn.xiezhi.rest;

import cn.xiezhi.matter.Light;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.rest.OrganJson.Named;
import cn.xiezhi.time.Deadline;
import cn.xiezhi.time.WorkCalendar;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An obligation as the desk and the matter's page show it. */
record ObligationJson(String id, String duty, String dutyName, String variant, InMatter matter, Named owedBy, Instant trigger, String count, int amount,
        String limitText, Optional<LocalDate> lastDay, Optional<Instant> dueAt, String dueText, String light, String lightText, boolean provisional, String status,
        Optional<Instant> closedAt, boolean extended, String policyVersion, String citation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Deadline.Step> steps) {

    record InMatter(String id, String title, String procedureName, String stateName) {}

    static ObligationJson of(Procedures known, Obligation o, InMatter matter, String organName, Instant now, WorkCalendar calendar, List<Deadline.Step> steps) {
        Light light = Light.of(o, now, calendar);
        String status = status(o);
        return new ObligationJson(o.id(), o.duty().id(), known.text(o.duty()), o.variant().code(), matter, new Named(o.owedBy(), organName), o.trigger(),
                o.limit().count().code(), o.limit().amount(), o.limit().text(), o.lastDay(), o.dueAtExclusive(), Texts.due(o.dueAtExclusive(), now), light.code(),
                o.open() ? light.text() : statusText(status), o.provisional(), status, o.closedAt(), o.extended(), o.policyVersion(), o.citation(), steps);
    }

    private static String status(Obligation o) {
        return switch (o.status()) {
            case OPEN -> "open";
            case MET -> o.overdue(o.closedAt().orElseThrow()) ? "late" : "met";
            case CANCELLED -> "cancelled";
            case PASSED_ON -> "passedOn";
            case REFUSED -> "refused";
        };
    }

    private static String statusText(String status) {
        return switch (status) {
            case "met" -> "按期完成";
            case "late" -> "逾期完成";
            case "cancelled" -> "已终止";
            case "refused" -> "已拒绝";
            default -> "已转出";
        };
    }
}
