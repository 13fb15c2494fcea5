/** Organs, officers, accounts and their roles. */
@Export
@Version("1.0.0")
package cn.xiezhi.registry;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
