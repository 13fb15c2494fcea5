package cn.xiezhi.launcher;

/** A start that cannot go on: one sentence for the operator saying what and where, and the exit code that scripts test for. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final int CONFIGURATION = 2;
    static final int PORT_TAKEN = 3;
    static final int HOME_NOT_WRITABLE = 4;
    static final int HOME_IN_USE = 5;
    /** Used by {@link Main}, which must not refer to this class. */
    static final int JAVA_TOO_OLD = 6;
    static final int BUNDLES = 7;
    static final int NOT_READY = 8;

    final int exitCode;

    Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }
}
