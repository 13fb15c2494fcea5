/** The kinds of matter: states, actions, guards, and {@code decide}, which is pure. */
@Export
@Version("1.0.0")
package cn.xiezhi.procedure;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
