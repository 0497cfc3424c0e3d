/** Who is told, while Rung is closed, that replies wait for them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "settings", "database", "accounts", "notices", "texting"})
package org.rung.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
