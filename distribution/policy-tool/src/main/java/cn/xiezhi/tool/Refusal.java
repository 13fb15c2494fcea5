package cn.xiezhi.tool;

/** What was asked for can't be done; the message tells people why, and what to do. */
final class Refusal extends RuntimeException {
    Refusal(String message) {
        super(message);
    }
}
