package cn.xiezhi.store;

import cn.xiezhi.desk.Job;
import cn.xiezhi.desk.Job.How;
import cn.xiezhi.desk.JobStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Long work, row by row. */
record JobRows(Work work) implements JobStore {
    private static final RowTable<Job> TABLE = new RowTable<Job>("job")
            .key("jurisdiction", Types.VARCHAR, Job::jurisdiction).key("id", Types.VARCHAR, Job::id)
            .fixed("began_key", Types.VARCHAR, j -> Times.key(j.began(), j.id())).fixed("what", Types.VARCHAR, Job::what).fixed("node", Types.VARCHAR, Job::node)
            .fixed("user_name", Types.VARCHAR, Job::user).fixed("user_label", Types.VARCHAR, Job::userName).fixed("began_at", Types.BIGINT, j -> j.began().toEpochMilli())
            .column("told_at", Types.BIGINT, j -> j.toldAt().toEpochMilli()).column("done", Types.INTEGER, Job::done).column("of_all", Types.INTEGER, Job::of)
            .column("stopping", Types.BOOLEAN, Job::stopping).column("how", Types.VARCHAR, j -> j.how().code())
            .column("ended_at", Types.BIGINT, j -> Times.millis(j.ended())).column("outcome", Types.VARCHAR, Job::outcome);

    @Override
    public void begin(Job job) {
        work.transact(connection -> TABLE.insert(connection, List.of(job)));
    }

    @Override
    public boolean tell(String jurisdiction, String id, int done, int of, Instant at) {
        work.change("update job set told_at = ?, done = ?, of_all = ? where jurisdiction = ? and id = ?", at.toEpochMilli(), done, of, jurisdiction, id);
        return !work.row("select stopping from job where jurisdiction = ? and id = ?", row -> row.getBoolean(1), jurisdiction, id).orElse(false);
    }

    @Override
    public void end(String jurisdiction, String id, How how, String outcome, Instant at) {
        work.change("update job set how = ?, outcome = ?, ended_at = ?, told_at = ? where jurisdiction = ? and id = ? and how = 'running'",
                how.code(), outcome, at.toEpochMilli(), at.toEpochMilli(), jurisdiction, id);
    }

    @Override
    public boolean stop(String jurisdiction, String id) {
        return work.change("update job set stopping = true where jurisdiction = ? and id = ? and how = 'running'", jurisdiction, id) > 0;
    }

    @Override
    public List<Job> latest(String jurisdiction, int most) {
        return work.rows("select * from job where jurisdiction = ? order by began_key desc fetch first " + most + " rows only", JobRows::value, jurisdiction);
    }

    private static Job value(ResultSet row) throws SQLException {
        long ended = row.getLong("ended_at");
        Optional<Instant> endedAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
        return new Job(row.getString("jurisdiction"), row.getString("id"), row.getString("what"), row.getString("node"), row.getString("user_name"), row.getString("user_label"),
                Instant.ofEpochMilli(row.getLong("began_at")), Instant.ofEpochMilli(row.getLong("told_at")), row.getInt("done"), row.getInt("of_all"),
                row.getBoolean("stopping"), How.valueOf(row.getString("how").toUpperCase(Locale.ROOT)), endedAt, row.getString("outcome"));
    }
}
