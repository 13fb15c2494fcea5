/** The rules of a jurisdiction as one immutable value, each with the place it stands at. */
@Export
@Version("1.0.0")
package cn.xiezhi.policy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
