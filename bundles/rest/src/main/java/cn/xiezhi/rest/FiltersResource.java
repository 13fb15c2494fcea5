package cn.xiezhi.rest;

import cn.xiezhi.desk.SavedFilters;
import cn.xiezhi.desk.SavedFilters.Saved;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;

/** One's own saved filters of the list of matters. */
@Path("v1/filters")
@Produces(MediaType.APPLICATION_JSON)
public final class FiltersResource {
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_QUERY = 1000;

    private final Services services;

    FiltersResource(Services services) {
        this.services = services;
    }

    record FilterJson(String name, String query, boolean standard) {}

    record FilterList(List<FilterJson> items) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object mine(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        return new FilterList(services.savedFilters().of(officer.jurisdiction(), officer.user()).stream().map(s -> new FilterJson(s.name(), s.query(), s.standard())).toList());
    }

    /** Puts the whole list in place of the one before. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    public Object keep(@Context SecurityContext who, FilterList in) {
        Officer officer = Caller.officer(who);
        List<Saved> all = Optional.ofNullable(in.items()).orElseThrow(() -> Problem.bad("missing-property", "items", "缺少“items”")).stream().map(FiltersResource::read).toList();
        if (all.size() > SavedFilters.MOST || all.stream().filter(Saved::standard).count() > 1 || all.stream().map(Saved::name).distinct().count() < all.size()) {
            throw Problem.bad("bad-filters", "items", "最多保存 " + SavedFilters.MOST + " 个筛选，名称不能重复，默认的只能有一个");
        }
        services.savedFilters().keep(officer.jurisdiction(), officer.user(), all);
        return mine(who);
    }

    private static Saved read(FilterJson in) {
        String name = Params.needed("name", in == null ? null : in.name());
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Problem.bad("bad-filters", "name", "筛选名称不超过 " + LONGEST_NAME + " 个字");
        }
        if (in.query() == null || !in.query().matches("[\\x21-\\x7e]{0," + LONGEST_QUERY + "}")) {
            throw Problem.bad("bad-filters", "query", "筛选条件应为地址中的查询部分（百分号编码），不超过 " + LONGEST_QUERY + " 个字符");
        }
        return new Saved(name, in.query(), in.standard());
    }
}
