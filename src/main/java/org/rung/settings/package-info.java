/** What the one who runs Rung may choose, by environment variables, and the clock. */
@NullMarked
@ApplicationModule(allowedDependencies = "common")
package org.rung.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
