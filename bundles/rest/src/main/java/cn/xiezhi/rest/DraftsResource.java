package cn.xiezhi.rest;

import cn.xiezhi.desk.FormDraft;
import cn.xiezhi.desk.FormDraft.Acting;
import cn.xiezhi.desk.FormDraft.Form;
import cn.xiezhi.desk.FormDraft.Opening;
import cn.xiezhi.desk.FormDrafts;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.registry.Officer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** My own drafts of forms: what I typed and have not sent. */
@Path("v1/drafts")
@Produces(MediaType.APPLICATION_JSON)
public final class DraftsResource {
    private final Services services;

    DraftsResource(Services services) {
        this.services = services;
    }

    /** @param form {@code new:<procedure>} or {@code new:<procedure>:<origin>} for an opening, {@code <matter>:<action>} for an action */
    record DraftSummary(String form, String procedure, String procedureName, Optional<String> matter, Optional<String> title, String action, String actionName,
            Optional<String> origin, Instant savedAt) {}

    record DraftJson(String form, Instant savedAt, Map<String, JsonNode> values) {}

    record DraftValues(Map<String, JsonNode> values) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object mine(@Context SecurityContext who) {
        return services.formDrafts().of(Caller.officer(who)).stream().map(DraftsResource::summary).toList();
    }

    @GET
    @Path("{form}")
    @Access(Access.Level.OFFICER)
    public Response one(@Context SecurityContext who, @PathParam("form") String form) {
        return services.formDrafts().find(Caller.officer(who), form(form)).map(d -> Response.ok(json(d)).build()).orElseGet(() -> Response.noContent().build());
    }

    @PUT
    @Path("{form}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    public Response keep(@Context SecurityContext who, @PathParam("form") String form, DraftValues in) {
        Officer officer = Caller.officer(who);
        Form which = form(form);
        Map<String, JsonNode> values = Optional.ofNullable(in.values()).orElse(Map.of());
        FieldValues.text(values);
        services.formDrafts().keep(officer, which, new String(JsonProvider.bytes(values), StandardCharsets.UTF_8)).ifPresent(why -> {
            throw Answers.problem(why, services.reading());
        });
        // The act that it was for may have been sent at the same moment: then there is none any more.
        return one(who, form);
    }

    @DELETE
    @Path("{form}")
    @Access(Access.Level.OFFICER)
    public void drop(@Context SecurityContext who, @PathParam("form") String form) {
        services.formDrafts().drop(Caller.officer(who), form(form));
    }

    private static Form form(String key) {
        return Form.of(key).orElseThrow(() -> Problem.bad("bad-parameter", "form", "表单应写作 new:规程、new:规程:来源事项，或者 事项:操作"));
    }

    private static DraftSummary summary(FormDrafts.Listed d) {
        Procedure p = d.procedure();
        Form form = d.draft().form();
        Action action = form instanceof Acting acting ? p.action(acting.action()).orElse(p.opening()) : p.opening();
        return new DraftSummary(form.key(), p.id(), p.name(), d.matter().map(Matter::id), d.matter().map(Matter::title), action.id(), action.label(),
                form instanceof Opening opening ? opening.origin() : Optional.empty(), d.draft().savedAt());
    }

    private static DraftJson json(FormDraft draft) {
        try {
            Map<String, JsonNode> values = new LinkedHashMap<>();
            ((ObjectNode) JsonProvider.MAPPER.readTree(draft.values())).properties().forEach(e -> values.put(e.getKey(), e.getValue()));
            return new DraftJson(draft.form().key(), draft.savedAt(), values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft that was not written by us", e);
        }
    }
}
