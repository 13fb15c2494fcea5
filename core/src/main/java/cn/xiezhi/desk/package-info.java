/** The application: who may see and do what, one action in one transaction, and the ports to the edge. */
@Export
@Version("1.0.0")
package cn.xiezhi.desk;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
