/** Official documents as values: what one says, how an organ numbers it, and what is kept of those that were issued. */
@Export
@Version("1.0.0")
package cn.xiezhi.document;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
