/** When people may be texted where they live: the calling hours of states and countries. Pure; one table, one place. */
@NullMarked
@ApplicationModule(allowedDependencies = "common")
package org.rung.hours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
