/** One thing being handled: its parties, obligations and hash-chained ledger. */
@Export
@Version("1.0.0")
package cn.xiezhi.matter;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
