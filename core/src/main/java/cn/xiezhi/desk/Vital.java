package cn.xiezhi.desk;

/**
 * A part of the product that says to administrators how it is getting on. OSGi whiteboard: the health page asks every service of this
 * type. Unlike {@link Health} it has no say in whether the product is ready: a backlog is no reason to turn people away.
 */
public interface Vital {
    /** The part, in Chinese. */
    String name();

    Sign of(String jurisdiction);

    /**
     * @param well false: somebody should look at it
     * @param text what it is doing; where it is not well, what is wrong and what to do
     */
    record Sign(boolean well, String text) {}
}
