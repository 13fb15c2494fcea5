/** Tables as people exchange them: read from and written to .xlsx. */
@Export
@Version("1.0.0")
package cn.xiezhi.sheet;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
