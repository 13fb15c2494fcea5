/** The joint meeting's bulletin (工作简报): what a period brought, drawn from its matters. */
@Export
@Version("1.0.0")
package cn.xiezhi.bulletin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
