package cn.xiezhi.store;

import java.sql.Driver;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Finds a JDBC driver by class name in whichever bundle has it, so that a driver of another make is dropped in and nothing imports it. */
final class Drivers {
    private Drivers() {}

    /** @throws IllegalArgumentException if no bundle has it */
    static Driver find(String className) {
        Bundle own = FrameworkUtil.getBundle(Drivers.class);
        List<Bundle> bundles = own == null || own.getBundleContext() == null ? List.of() : List.of(own.getBundleContext().getBundles());
        for (Bundle bundle : bundles) {
            // Only where the package lies in the bundle itself; asking every bundle to load it would resolve half the system.
            if (bundle.getState() >= Bundle.RESOLVED && bundle.getEntry(className.replace('.', '/') + ".class") != null) {
                try {
                    return (Driver) bundle.loadClass(className).getConstructor().newInstance();
                } catch (ReflectiveOperationException e) {
                    throw new IllegalArgumentException("数据库驱动 " + className + " 无法使用", e);
                }
            }
        }
        try {
            return (Driver) Class.forName(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("找不到数据库驱动 " + className + "，请把驱动包放入系统", e);
        }
    }
}
