package cn.xiezhi.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a resource method. A method without it can't be called by anybody. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Access {
    Level value();

    enum Level {
        /** Anybody: what the county publishes anyway, and signing in. */
        PUBLIC,
        /** Whoever is signed in, also while the password has to be changed. */
        SESSION,
        /** Whoever is signed in; what this person may see and do is then decided by the core. */
        OFFICER,
        /** Administrators, for their own jurisdiction. */
        ADMINISTRATOR,
        /** Auditors, for their own jurisdiction; administrators are not let in by that. */
        AUDITOR
    }
}
