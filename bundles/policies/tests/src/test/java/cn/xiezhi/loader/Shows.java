package cn.xiezhi.loader;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which duties of a procedure a test shows under which counties' rules; the table in the README is made from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Shows.Several.class)
public @interface Shows {
    String procedure();

    String[] duties();

    String[] counties();

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface Several {
        Shows[] value();
    }
}
