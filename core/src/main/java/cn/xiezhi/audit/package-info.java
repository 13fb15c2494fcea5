/** Who did what when: one hash-chained record of sign-ins, administration, exports, refusals and acts, for those who audit. */
@Export
@Version("1.0.0")
package cn.xiezhi.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
