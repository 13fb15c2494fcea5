package cn.xiezhi.rest;

import cn.xiezhi.code.Coded;
import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.Reading;
import cn.xiezhi.matter.Light;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** The filters of the list of matters, as they came. */
final class MatterFilters {
    private static final int PAGE = 20;
    private static final String ME = "me";

    @QueryParam("procedure") String procedure;
    @QueryParam("state") String state;
    @QueryParam("q") String q;
    @QueryParam("organ") String organ;
    @QueryParam("open") String open;
    @QueryParam("awaiting") String awaiting;
    @QueryParam("assignee") String assignee;
    @QueryParam("from") String from;
    @QueryParam("to") String to;
    @QueryParam("light") String light;
    @QueryParam("limit") String limit;
    @QueryParam("after") String after;

    Reading.Wanted wanted(Officer officer) {
        return wanted(officer, PageToken.matter(after), Params.limit(limit, PAGE));
    }

    Reading.Wanted wanted(Officer officer, Optional<MatterQuery.After> from, int limit) {
        Optional<Boolean> awaitsMe = Params.text("awaiting", awaiting).map(MatterFilters::isMe);
        return new Reading.Wanted(Params.text("organ", organ), Params.text("procedure", procedure), Params.text("state", state), Params.text("q", q),
                Params.bool("open", open), awaitsMe, Params.text("assignee", assignee).map(a -> a.equals(ME) ? officer.user() : a), Params.day("from", this.from), Params.day("to", to),
                Params.text("light", light).map(MatterFilters::light), from, limit);
    }

    private static boolean isMe(String awaited) {
        if (!awaited.equals(ME) && !awaited.equals("others")) {
            throw Problem.bad("bad-parameter", "awaiting", "awaiting 只能是 me 或 others");
        }
        return awaited.equals(ME);
    }

    static Light light(String code) {
        return Coded.find(Light.values(), code).orElseThrow(() -> Problem.bad("bad-parameter", "light", "light 应为 overdue、soon、inTime 或 noNumber"));
    }
}
