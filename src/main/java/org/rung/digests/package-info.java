/** The week by e-mail, for whoever asked for it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "settings", "accounts", "notices", "reports"})
package org.rung.digests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
