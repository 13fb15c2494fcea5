/** The yearly rule-of-law assessment (考核): what became of the limits, per organ, duty and period. */
@Export
@Version("1.0.0")
package cn.xiezhi.assessment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
