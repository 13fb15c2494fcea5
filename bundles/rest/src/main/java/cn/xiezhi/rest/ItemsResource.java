package cn.xiezhi.rest;

import cn.xiezhi.desk.Registers;
import cn.xiezhi.registry.Competence;
import cn.xiezhi.registry.Holding;
import cn.xiezhi.registry.Item;
import cn.xiezhi.registry.ItemClass;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.rest.OrganJson.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of enforcement items, and who handles a case of one: of one's own jurisdiction. */
@Path("v1/items")
@Produces(MediaType.APPLICATION_JSON)
public final class ItemsResource {
    private static final int PAGE = 20;

    private final Services services;

    ItemsResource(Services services) {
        this.services = services;
    }

    record ItemJson(String code, String name, List<String> basis, Optional<ItemClass> itemClass, List<HoldingJson> holdings, CompetenceJson competence) {}

    /** @param until the last day, that day included */
    record HoldingJson(String mode, String modeName, LocalDate from, Optional<LocalDate> until, Named department, List<Named> townships, Optional<String> letter, String basis,
            boolean inForce) {}

    /** @param what handOver, keep, or open where the list does not say */
    record CompetenceJson(LocalDate day, Optional<Named> township, String what, Optional<Named> organ, Optional<String> mode, Optional<String> modeName, String reason) {}

    record ItemList(List<ItemJson> items, Optional<String> next) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object list(@Context SecurityContext who, @QueryParam("text") String text, @QueryParam("township") String township, @QueryParam("day") String day,
            @QueryParam("limit") String limit, @QueryParam("after") String after) {
        Question question = new Question(Caller.officer(who), township, day);
        int most = Params.limit(limit, PAGE);
        List<Item> found = services.registers().items(question.officer, Params.text("text", text).orElse(""), Params.text("after", after).orElse(""), most + 1);
        List<Item> page = found.subList(0, Math.min(found.size(), most));
        return new ItemList(page.stream().map(question::json).toList(), found.size() > most ? Optional.of(page.get(most - 1).code()) : Optional.empty());
    }

    @GET
    @Path("{code}")
    @Access(Access.Level.OFFICER)
    public Object one(@Context SecurityContext who, @PathParam("code") String code, @QueryParam("township") String township, @QueryParam("day") String day) {
        Question question = new Question(Caller.officer(who), township, day);
        return question.json(item(question.officer, code));
    }

    @GET
    @Path("{code}/competence")
    @Access(Access.Level.OFFICER)
    public Object competence(@Context SecurityContext who, @PathParam("code") String code, @QueryParam("township") String township, @QueryParam("day") String day) {
        Question question = new Question(Caller.officer(who), township, day);
        return question.competence(item(question.officer, code));
    }

    private Item item(Officer officer, String code) {
        return services.registers().item(officer, code).orElseThrow(() -> Problem.unknown("unknown-item", "执法事项清单里没有“" + code + "”"));
    }

    /** Where and when: read once, answered for one item or for a page of them. */
    private final class Question {
        private final Officer officer;
        private final Registers registers = services.registers();
        private final Map<String, Organ> organs;
        private final List<ItemClass> classes;
        private final Optional<String> township;
        private final LocalDate day;

        Question(Officer officer, String township, String day) {
            this.officer = officer;
            this.organs = services.desk().organs(officer);
            this.classes = registers.itemClasses(officer);
            this.township = Params.text("township", township);
            this.day = Params.day("day", day).orElseGet(registers::today);
            this.township.filter(t -> Optional.ofNullable(organs.get(t)).filter(o -> o.kind() == Organ.Kind.TOWNSHIP).isEmpty()).ifPresent(t -> {
                throw Problem.bad("bad-parameter", "township", "本辖区没有乡镇街道“" + t + "”");
            });
        }

        ItemJson json(Item item) {
            return new ItemJson(item.code(), item.name(), item.basis(), item.itemClass().flatMap(id -> classes.stream().filter(c -> c.id().equals(id)).findFirst()),
                    item.holdings().stream().map(this::json).toList(), competence(item));
        }

        private HoldingJson json(Holding h) {
            return new HoldingJson(h.mode().code(), h.mode().text(), h.from(), h.until(), named(h.department()), h.townships().stream().map(this::named).toList(), h.letter(),
                    h.basis(), h.inForce(day));
        }

        CompetenceJson competence(Item item) {
            Competence.Answer answer = registers.competence(officer, item, township, day);
            return new CompetenceJson(day, township.map(this::named), answer.what().code(), answer.organ().map(o -> new Named(o.id(), o.name())), answer.mode().map(Holding.Mode::code),
                    answer.mode().map(Holding.Mode::text), answer.reason());
        }

        private Named named(String organ) {
            return new Named(organ, Organ.name(organs, organ));
        }
    }
}
