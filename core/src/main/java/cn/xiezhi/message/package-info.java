/** Reminders that leave the product: who wants which of them where and when, what waits to be sent, and the carrier that brings it out. */
@Export
@Version("1.0.0")
package cn.xiezhi.message;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
