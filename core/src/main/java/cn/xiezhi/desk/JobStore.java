package cn.xiezhi.desk;

import cn.xiezhi.desk.Job.How;
import java.time.Instant;
import java.util.List;

/** Where long work is kept. Implemented by the store. */
public interface JobStore {
    void begin(Job job);

    /**
     * Notes how far a job is.
     *
     * @return whether it is to go on: false once somebody asked it to stop
     */
    boolean tell(String jurisdiction, String id, int done, int of, Instant at);

    /** Notes what came of it. What has ended stays as it is. */
    void end(String jurisdiction, String id, How how, String outcome, Instant at);

    /**
     * Asks a running job to stop.
     *
     * @return false if there is none of this id that runs
     */
    boolean stop(String jurisdiction, String id);

    /** The latest first. */
    List<Job> latest(String jurisdiction, int most);
}
