/** How a jurisdiction changes its rules: what differs, what that would have meant, who decided what. */
@Export
@Version("1.0.0")
package cn.xiezhi.revision;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
