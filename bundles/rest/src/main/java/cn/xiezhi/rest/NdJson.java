package cn.xiezhi.rest;

import cn.xiezhi.desk.Job.How;
import cn.xiezhi.desk.Jobs;
import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.revision.Answer;
import cn.xiezhi.revision.Progress;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/**
 * Long work as a stream of lines: how far it has come, then its result or a problem. It is stateless: who closes the connection stops it at the
 * next line, who asks again begins again.
 */
final class NdJson {
    static final String TYPE = "application/x-ndjson";
    /** Each reads a whole desk or history; so many at once, the next is asked to come again. */
    private static final int AT_ONCE = 2;
    private static final Semaphore ROOM = new Semaphore(AT_ONCE);

    private NdJson() {}

    record Done(int done, int of) {}

    static <T> StreamingOutput of(Function<Progress, Answer<T>> work, Function<T, Object> result) {
        return out -> {
            try {
                line(out, ended(out, work, result));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        };
    }

    /**
     * The same, registered among the jobs: administrators see how far it is, and stop it from anywhere.
     *
     * @param what in Chinese, with what it is about
     * @param outcome what came of it, in a short sentence
     */
    static <T> StreamingOutput of(Jobs jobs, Officer who, String what, Function<Progress, Answer<T>> work, Function<T, Object> result, Function<T, String> outcome) {
        return of(progress -> registered(jobs.begin(who, Host.NAME, what), progress, work, outcome), result);
    }

    private static <T> Answer<T> registered(Jobs.Run run, Progress progress, Function<Progress, Answer<T>> work, Function<T, String> outcome) {
        try {
            Answer<T> answer = work.apply((done, of) -> progress.at(done, of) && run.at(done, of));
            answer.value().ifPresent(v -> end(run, How.DONE, outcome.apply(v)));
            answer.objection().ifPresent(o -> end(run, o.reason() == Answer.Reason.STOPPED ? How.STOPPED : How.FAILED, o.message()));
            return answer;
        } catch (UncheckedIOException e) {
            end(run, How.STOPPED, "发起人停止，或离开了页面");
            throw e;
        } catch (RuntimeException e) {
            end(run, How.FAILED, "出现错误，详见日志");
            throw e;
        }
    }

    /** A job whose end can't be written is told from its silence. */
    private static void end(Jobs.Run run, How how, String outcome) {
        try {
            run.end(how, outcome);
        } catch (StoreException e) {
            LoggerFactory.getLogger(NdJson.class).warn("the end of a job could not be written", e);
        }
    }

    private static <T> Map<String, Object> ended(OutputStream out, Function<Progress, Answer<T>> work, Function<T, Object> result) {
        if (!ROOM.tryAcquire()) {
            return Map.of("problem", new Problem(503, "busy", "同时进行的推演或重新计算过多，请稍后重试").body());
        }
        try {
            Answer<T> answer = work.apply((done, of) -> {
                line(out, new Done(done, of));
                return true;
            });
            return Map.of("result", result.apply(RulesJson.value(answer)));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            return Map.of("problem", ProblemMapper.problem(e).body());
        } finally {
            ROOM.release();
        }
    }

    /** The client's going away shows here, and ends the work. */
    private static void line(OutputStream out, Object value) {
        try {
            out.write(JsonProvider.bytes(value));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
