package cn.xiezhi.rest;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration in force, PID {@code xiezhi.rest}; a change swaps it, nothing restarts. */
@Component(service = RestSettings.class, configurationPid = "xiezhi.rest", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RestSettings.Keys.class)
public final class RestSettings {
    @ObjectClassDefinition(name = "獬豸 HTTP API")
    public @interface Keys {
        @AttributeDefinition(name = "maxUploadBytes", description = "单个附件的上限，字节")
        long maxUploadBytes() default 20L * 1024 * 1024;

        @AttributeDefinition(name = "trustForwardedProto", description = "前面的反向代理以 X-Forwarded-Proto: https 说明用户使用 https；只有代理总会改写此头时才可打开")
        boolean trustForwardedProto() default false;

        @AttributeDefinition(name = "trustForwardedFor", description = "前面的反向代理在 X-Forwarded-For 末尾写明用户的地址；只有代理总会写此头时才可打开")
        boolean trustForwardedFor() default false;

        @AttributeDefinition(name = "complaintsPerHour", description = "一个辖区每小时最多接收的网上投诉举报，件")
        int complaintsPerHour() default 200;

        @AttributeDefinition(name = "complaintsPerClientPerHour", description = "一个网络地址每小时最多提交的网上投诉举报，件")
        int complaintsPerClientPerHour() default 10;
    }

    private volatile Keys keys;

    @Activate
    public RestSettings(Keys keys) {
        this.keys = keys;
    }

    @Modified
    void modified(Keys changed) {
        keys = changed;
    }

    /** In bytes; what fits into one array at most. */
    int maxUploadBytes() {
        return (int) Math.max(1, Math.min(keys.maxUploadBytes(), Integer.MAX_VALUE - 16));
    }

    boolean trustForwardedProto() {
        return keys.trustForwardedProto();
    }

    boolean trustForwardedFor() {
        return keys.trustForwardedFor();
    }

    int complaintsPerHour() {
        return Math.max(1, keys.complaintsPerHour());
    }

    int complaintsPerClientPerHour() {
        return Math.max(1, keys.complaintsPerClientPerHour());
    }
}
