package cn.xiezhi.message;

/** Brings letters out by one way. OSGi whiteboard; implemented by the messenger. */
public interface Carrier {
    Way way();

    /** Whether the operator has set it up. Says nothing of whether the other side answers. */
    boolean ready();

    /**
     * Checks where a target is, without sending anything.
     *
     * @throws IllegalArgumentException if nothing may be sent there; says why, in Chinese
     */
    void check(Target to);

    /** Sends, and comes back within half a minute. */
    void send(Target to, Letter letter) throws Undelivered;

    /** It did not go; the message says why, in Chinese, and holds no secret. */
    final class Undelivered extends Exception {
        private static final long serialVersionUID = 1L;

        private final Cause cause;

        /** What it is that failed, and so whom else it concerns. */
        public enum Cause {
            /** The whole way: nobody else is reached by it now either. */
            WAY,
            /** This letter now; later it may go. */
            ONCE,
            /** This target: trying again changes nothing. */
            TARGET
        }

        public Undelivered(Cause cause, String why) {
            super(why, null, false, false);
            this.cause = cause;
        }

        public Cause what() {
            return cause;
        }
    }
}
