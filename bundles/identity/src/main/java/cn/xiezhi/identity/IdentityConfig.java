package cn.xiezhi.identity;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code xiezhi.identity}. */
@ObjectClassDefinition(name = "登录与账号")
@interface IdentityConfig {
    @AttributeDefinition(name = "空闲多少分钟后退出登录")
    int idleMinutes() default 30;

    @AttributeDefinition(name = "一次登录最长多少小时")
    int sessionHours() default 12;

    @AttributeDefinition(name = "连续输错几次密码后锁定")
    int lockAfter() default 5;

    @AttributeDefinition(name = "锁定多少分钟")
    int lockMinutes() default 15;

    @AttributeDefinition(name = "首次启动时建立首位管理员")
    boolean firstAdministrator() default true;
}
