/** What files, the database and the API call by a code. */
@Export
@Version("1.0.0")
package cn.xiezhi.code;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
