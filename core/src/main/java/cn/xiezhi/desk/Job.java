package cn.xiezhi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Long work that somebody set off on a node: a replay, a recomputation, an import. Kept, so that every node shows what runs on any.
 *
 * @param what in Chinese, as people call it
 * @param of how many there are in all; 0 where that is not known
 * @param toldAt when it last said how far it is
 * @param stopping somebody asked it to stop
 * @param outcome what came of it, or why nothing did; empty while it runs
 */
public record Job(String jurisdiction, String id, String what, String node, String user, String userName, Instant began, Instant toldAt, int done, int of,
        boolean stopping, How how, Optional<Instant> ended, String outcome) {
    /** What has said nothing for so long stands no longer behind its "running": its node went down. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    public enum How {
        RUNNING("running", "进行中"), DONE("done", "已完成"), STOPPED("stopped", "已停止"), FAILED("failed", "未完成"),
        /** Not kept: told from the silence of what was running. */
        LOST("lost", "已中断");

        private final String code;
        private final String text;

        How(String code, String text) {
            this.code = code;
            this.text = text;
        }

        public String code() {
            return code;
        }

        public String text() {
            return text;
        }
    }

    /** How it stands at an instant. */
    public How at(Instant now) {
        return how == How.RUNNING && toldAt.plus(SILENCE).isBefore(now) ? How.LOST : how;
    }
}
