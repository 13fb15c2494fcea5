package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.desk.Job;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Long work of the own jurisdiction on whatever node: what runs, how far it is, what came of the last; for those who keep its rules. */
@Path("v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobsResource {
    private static final Logger LOG = LoggerFactory.getLogger(JobsResource.class);

    private final Services services;

    JobsResource(Services services) {
        this.services = services;
    }

    record JobJson(String id, String what, String node, String user, String userName, Instant began, Instant toldAt, int done, Optional<Integer> of, boolean stopping, String how,
            String howText, Optional<Instant> ended, String outcome) {}

    @GET
    @Access(Access.Level.ADMINISTRATOR)
    public List<JobJson> latest(@Context SecurityContext who) {
        Officer officer = RulesResource.keeper(services, who);
        Instant now = services.jobs().now();
        return services.jobs().latest(officer.jurisdiction()).stream().map(j -> of(j, now)).toList();
    }

    @POST
    @Path("{id}/stop")
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.SETTINGS)
    public void stop(@Context SecurityContext who, @PathParam("id") String id) {
        Officer officer = RulesResource.keeper(services, who);
        if (!services.jobs().stop(officer.jurisdiction(), id)) {
            throw Problem.unknown("unknown-job", "没有正在进行的这项任务，可能刚刚结束；请刷新");
        }
        LOG.info("{} 要求停止任务 {}", officer.user(), id);
    }

    private static JobJson of(Job j, Instant now) {
        return new JobJson(j.id(), j.what(), j.node(), j.user(), j.userName(), j.began(), j.toldAt(), j.done(), j.of() == 0 ? Optional.empty() : Optional.of(j.of()), j.stopping(),
                j.at(now).code(), j.at(now).text(), j.ended(), j.outcome());
    }
}
