/** How time is counted: the work calendar, limits and deadlines. Nothing here reads a clock. */
@Export
@Version("1.0.0")
package cn.xiezhi.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
