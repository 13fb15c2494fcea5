package cn.xiezhi.policy;

/**
 * Reads the text of a policy again: how a matter is finished after the bundle that started it is gone.
 * Implemented by the bundle that knows the file format.
 */
public interface PolicyReader {
    /**
     * @param text a snapshot as it was kept when the version came into force
     * @throws IllegalArgumentException if the text is not a policy of a contract this reader knows
     */
    Policy read(String text);
}
