/** Who is told, while Rung is closed, that replies wait for them, or texters for their help. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "settings", "database", "accounts", "notices", "texting", "help"})
package org.rung.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
