package cn.xiezhi.identity;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How sign-in behaves. */
@ObjectClassDefinition(name = "Xiezhi identity")
@interface IdentityConfig {
    @AttributeDefinition(description = "Failed sign-ins in a row after which an account is locked")
    int lockAfter() default 5;

    @AttributeDefinition(description = "Minutes for which it is locked")
    int lockMinutes() default 15;

    @AttributeDefinition(description = "Minutes without a request after which a console session ends")
    int idleMinutes() default 30;

    @AttributeDefinition(description = "Hours after which a console session ends in any case")
    int sessionHours() default 12;

    @AttributeDefinition(description = "Whether a jurisdiction without any account gets an administrator")
    boolean firstAdministrator() default true;
}
