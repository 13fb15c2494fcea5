package cn.xiezhi.messenger;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration with some values set, the others as they are by default. */
final class Configured {
    private Configured() {}

    static MessengerConfig with(Map<String, Object> values) {
        return (MessengerConfig) Proxy.newProxyInstance(MessengerConfig.class.getClassLoader(), new Class<?>[] {MessengerConfig.class, Annotation.class},
                (self, method, args) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
