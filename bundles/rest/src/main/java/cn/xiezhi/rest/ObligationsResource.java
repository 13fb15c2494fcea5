package cn.xiezhi.rest;

import static java.util.stream.Collectors.toMap;

import cn.xiezhi.desk.MatterStore.Counts;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.MatterView;
import cn.xiezhi.desk.ObligationQuery;
import cn.xiezhi.desk.Reading;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** My desk: what my organ owes and what others owe us, the next due first. */
@Path("v1/obligations")
@Produces(MediaType.APPLICATION_JSON)
public final class ObligationsResource {
    private static final int PAGE = 50;

    private final Services services;

    ObligationsResource(Services services) {
        this.services = services;
    }

    record DeskJson(List<DeskRow> items, Counts counts, Optional<String> next) {}

    /** @param actions what this person may do now to bring the matter on, in the procedure's order */
    record DeskRow(@JsonUnwrapped ObligationJson obligation, Optional<MatterJson.Assignee> assignee, List<NextAction> actions) {}

    record NextAction(String id, String name) {
        /** What the procedure waits for and this person may do. */
        static List<NextAction> of(MatterView view) {
            return view.possible().stream().filter(Action::expected).map(a -> new NextAction(a.id(), a.label())).toList();
        }
    }

    /** What part of the desk is asked for, as it came. */
    static final class Filters {
        @QueryParam("owed") String owed;
        @QueryParam("procedure") String procedure;
        @QueryParam("assignee") String assignee;
        @QueryParam("light") String light;
        @QueryParam("limit") String limit;
        @QueryParam("after") String after;

        Reading.Wish wish() {
            boolean toUs = Params.text("owed", owed).filter(o -> !o.equals("byUs")).map(o -> of("owed", o, "toUs", "owed 应为 byUs 或 toUs")).isPresent();
            boolean mine = Params.text("assignee", assignee).map(a -> of("assignee", a, "me", "assignee 只能是 me")).isPresent();
            return new Reading.Wish(!toUs, Params.text("procedure", procedure), mine, Params.text("light", light).map(MatterFilters::light));
        }

        private static String of(String name, String value, String only, String detail) {
            if (!value.equals(only)) {
                throw Problem.bad("bad-parameter", name, detail);
            }
            return value;
        }
    }

    @GET
    @Access(Access.Level.OFFICER)
    public Object mine(@Context SecurityContext who, @BeanParam Filters filters) {
        Officer officer = Caller.officer(who);
        Reading.Wish wish = filters.wish();
        Reading.Page<Owed> page = services.reading().obligations(officer, wish, PageToken.obligation(filters.after), Params.limit(filters.limit, PAGE));
        List<Owed> rows = page.items();
        Optional<String> next = page.more() ? Optional.of(rows.get(rows.size() - 1)).map(o ->
                PageToken.of(new ObligationQuery.After(o.obligation().dueAtExclusive(), o.obligation().id()))) : Optional.empty();
        Procedures known = services.desk().procedures();
        Map<String, MatterView> views = services.desk().listed(officer, rows.stream().map(Owed::matter).distinct().toList());
        Map<String, Organ> organs = services.desk().organs(officer);
        Map<String, String> people = views.values().stream().flatMap(v -> v.matter().assignee().stream()).distinct()
                .collect(toMap(user -> user, user -> services.reading().nameOf(officer.jurisdiction(), user).orElse(user)));
        return new DeskJson(rows.stream().map(o -> row(ObligationJson.of(known, o.obligation(), in(known, o), name(organs, o.obligation().owedBy()), page.now(), page.calendar(), List.of()),
                Optional.ofNullable(views.get(o.matter())), people)).toList(), services.reading().counts(officer, wish), next);
    }

    private static DeskRow row(ObligationJson obligation, Optional<MatterView> view, Map<String, String> people) {
        return new DeskRow(obligation, view.flatMap(v -> v.matter().assignee()).map(user -> new MatterJson.Assignee(user, people.get(user))),
                view.map(NextAction::of).orElse(List.of()));
    }

    private static String name(Map<String, Organ> organs, String id) {
        return Organ.name(organs, id);
    }

    private static ObligationJson.InMatter in(Procedures known, Owed owed) {
        return new ObligationJson.InMatter(owed.matter(), owed.title(), known.name(owed.procedure()), known.stateName(owed.procedure(), owed.state()));
    }
}
