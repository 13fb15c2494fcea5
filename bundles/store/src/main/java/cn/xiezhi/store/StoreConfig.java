package cn.xiezhi.store;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the data is kept. */
@ObjectClassDefinition(name = "Xiezhi store")
@interface StoreConfig {
    @AttributeDefinition(description = "JDBC address; empty: Derby in the folder database of the data folder")
    String url() default "";

    @AttributeDefinition(description = "Class name of the JDBC driver; empty: follows from the address")
    String driver() default "";

    String user() default "";

    String password() default "";

    @AttributeDefinition(description = "File that holds the password in its first line; used where password is empty")
    String passwordFile() default "";

    @AttributeDefinition(description = "How many connections at most")
    int poolSize() default 10;
}
