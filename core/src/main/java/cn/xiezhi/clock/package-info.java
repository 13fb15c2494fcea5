/** The clock that acts: reminders before and after a limit, who is told next, and what the platform does when its time has come. */
@Export
@Version("1.0.0")
package cn.xiezhi.clock;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
