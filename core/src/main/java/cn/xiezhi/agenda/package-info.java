/** Calendars: which limits end and what is on, day by day; and the personal addresses from which calendar programs read the same. */
@Export
@Version("1.0.0")
package cn.xiezhi.agenda;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
