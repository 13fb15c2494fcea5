package cn.xiezhi.messenger;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code xiezhi.messenger}. */
@ObjectClassDefinition(name = "平台外提醒")
@interface MessengerConfig {
    @AttributeDefinition(name = "邮件服务器", description = "留空：不发邮件")
    String mailHost() default "";

    int mailPort() default 587;

    @AttributeDefinition(name = "加密", description = "starttls、tls；本机转发可用 none")
    String mailSecurity() default "starttls";

    String mailUser() default "";

    @AttributeDefinition(name = "口令文件", description = "每次发送时读取")
    String mailPasswordFile() default "";

    @AttributeDefinition(name = "发件人地址")
    String mailFrom() default "";

    @AttributeDefinition(name = "人们在浏览器中打开平台的地址", description = "留空：消息中不写链接")
    String publicAddress() default "";

    @AttributeDefinition(name = "群机器人可以在内网的主机", description = "以逗号分隔")
    String webhookHosts() default "";
}
