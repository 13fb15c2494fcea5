package cn.xiezhi.rest;

import cn.xiezhi.desk.Reading;
import cn.xiezhi.desk.Result;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What the desk answers, as HTTP. */
final class Answers {
    private Answers() {}

    static Response of(Result result, Reading reading) {
        if (result instanceof Result.Done done) {
            MatterJson matter = MatterJson.of(done.matter(), reading);
            if (!done.created()) {
                return Response.ok(matter).build();
            }
            return Response.created(URI.create("/api/v1/matters/" + done.matter().matter().id())).entity(matter).build();
        }
        throw problem(result, reading);
    }

    static Problem unknownMatter() {
        return Problem.unknown("unknown-matter", "没有这个事项，或者您的单位与它无关");
    }

    static Problem problem(Result result, Reading reading) {
        if (result instanceof Result.Refused refused) {
            return Problem.of(refused.refusal());
        }
        if (result instanceof Result.Stale stale) {
            return new Problem(409, "matter-changed", "事项刚被他人办理过，请核对现在的情况后再试").with("current", MatterJson.of(stale.current(), reading));
        }
        if (result instanceof Result.NotInForce) {
            return new Problem(409, "rules-not-in-force", "本辖区的规则现未生效，不能登记新的事项；请联系管理员");
        }
        return switch (((Result.Unknown) result).what()) {
            case MATTER -> unknownMatter();
            case ACTION -> Problem.unknown("unknown-action", "此类事项没有“" + ((Result.Unknown) result).name() + "”这个操作");
            case DOCUMENT -> Problem.unknown("unknown-document", "这个事项没有这份文书");
            case PROCEDURE -> Problem.unknown("unknown-procedure", "没有“" + ((Result.Unknown) result).name() + "”这种事项");
        };
    }
}
