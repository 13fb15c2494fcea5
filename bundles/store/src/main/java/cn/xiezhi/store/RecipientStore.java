package cn.xiezhi.store;

import cn.xiezhi.clock.Notice;
import cn.xiezhi.message.Quiet;
import cn.xiezhi.message.Recipients;
import cn.xiezhi.message.Target.Robot;
import cn.xiezhi.message.Way;
import cn.xiezhi.message.Wish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Wishes, codes and robots: few rows, each replaced as a whole. */
record RecipientStore(Work work) implements Recipients {
    private static final RowTable<Wish> WISHES = new RowTable<Wish>("reminder_wish").key("jurisdiction", Types.VARCHAR, Wish::jurisdiction)
            .key("user_name", Types.VARCHAR, Wish::user).column("way", Types.VARCHAR, w -> w.way().code()).column("mail", Types.VARCHAR, w -> w.mail().orElse(null))
            .column("kinds", Types.VARCHAR, w -> w.kinds().stream().sorted().map(Notice.Kind::code).collect(Collectors.joining(",")))
            .column("quiet_from", Types.VARCHAR, w -> w.quiet().from().toString()).column("quiet_until", Types.VARCHAR, w -> w.quiet().until().toString())
            .column("days_off", Types.BOOLEAN, w -> w.quiet().daysOff()).column("urgent_breaks", Types.BOOLEAN, w -> w.quiet().urgentBreaks())
            .column("daily", Types.BOOLEAN, Wish::daily);
    private static final RowTable<Proof> PROOFS = new RowTable<Proof>("mail_proof").key("jurisdiction", Types.VARCHAR, Proof::jurisdiction)
            .key("user_name", Types.VARCHAR, Proof::user).column("mail", Types.VARCHAR, Proof::mail).column("code_hash", Types.VARCHAR, Proof::codeHash)
            .column("sent_at", Types.BIGINT, p -> p.sentAt().toEpochMilli()).column("expires_at", Types.BIGINT, p -> p.expiresAt().toEpochMilli())
            .column("tries", Types.INTEGER, Proof::tries);
    private static final RowTable<Robot> ROBOTS = new RowTable<Robot>("robot").key("jurisdiction", Types.VARCHAR, Robot::jurisdiction).key("organ", Types.VARCHAR, Robot::organ)
            .column("kind", Types.VARCHAR, r -> r.kind().code()).column("address", Types.VARCHAR, Robot::address).column("secret", Types.VARCHAR, r -> r.secret().orElse(null))
            .column("set_by", Types.VARCHAR, Robot::setBy).column("set_at", Types.BIGINT, r -> r.setAt().toEpochMilli());

    @Override
    public List<Wish> wishes(String jurisdiction) {
        return work.rows("select * from reminder_wish where jurisdiction = ? order by user_name", RecipientStore::wish, jurisdiction);
    }

    @Override
    public Optional<Wish> wish(String jurisdiction, String user) {
        return work.row("select * from reminder_wish where jurisdiction = ? and user_name = ?", RecipientStore::wish, jurisdiction, user);
    }

    @Override
    public void save(Wish wish) {
        work.put(WISHES, wish);
    }

    @Override
    public Optional<Proof> proof(String jurisdiction, String user) {
        return work.row("select * from mail_proof where jurisdiction = ? and user_name = ?", row -> new Proof(row.getString("jurisdiction"), row.getString("user_name"),
                row.getString("mail"), row.getString("code_hash"), Instant.ofEpochMilli(row.getLong("sent_at")), Instant.ofEpochMilli(row.getLong("expires_at")), row.getInt("tries")),
                jurisdiction, user);
    }

    @Override
    public void save(Proof proof) {
        work.put(PROOFS, proof);
    }

    @Override
    public boolean attempt(String jurisdiction, String user, Instant now) {
        return work.change("update mail_proof set tries = tries - 1 where jurisdiction = ? and user_name = ? and tries > 0 and expires_at > ?",
                jurisdiction, user, now.toEpochMilli()) == 1;
    }

    @Override
    public List<Robot> robots(String jurisdiction) {
        return work.rows("select * from robot where jurisdiction = ? order by organ", row -> new Robot(row.getString("jurisdiction"), row.getString("organ"),
                Robot.Kind.of(row.getString("kind")).orElseThrow(), row.getString("address"), Optional.ofNullable(row.getString("secret")), row.getString("set_by"),
                Instant.ofEpochMilli(row.getLong("set_at"))), jurisdiction);
    }

    @Override
    public void save(Robot robot) {
        work.put(ROBOTS, robot);
    }

    @Override
    public boolean removeRobot(String jurisdiction, String organ) {
        return work.change("delete from robot where jurisdiction = ? and organ = ?", jurisdiction, organ) == 1;
    }

    private static Wish wish(ResultSet row) throws SQLException {
        List<String> codes = Arrays.asList(row.getString("kinds").split(","));
        Set<Notice.Kind> kinds = Arrays.stream(Notice.Kind.values()).filter(k -> codes.contains(k.code())).collect(Collectors.toSet());
        Quiet quiet = new Quiet(LocalTime.parse(row.getString("quiet_from")), LocalTime.parse(row.getString("quiet_until")), row.getBoolean("days_off"), row.getBoolean("urgent_breaks"));
        return new Wish(row.getString("jurisdiction"), row.getString("user_name"), Way.of(row.getString("way")).orElseThrow(), Optional.ofNullable(row.getString("mail")), kinds, quiet,
                row.getBoolean("daily"));
    }
}
