package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a resource method does is an entry of the record, whether it came about or was refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Audited {
    AuditKind value();
}
