package cn.xiezhi.revision;

/** Is told how far a long piece of work has come, and may stop it. */
public interface Progress {
    /**
     * @param of how many there are in all, as far as that was known at the beginning
     * @return whether to go on
     */
    boolean at(int done, int of);
}
