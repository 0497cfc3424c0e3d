/** Which supporters are whose to talk to. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"common", "settings", "accounts", "consent", "people", "filters", "messaging", "ladder"})
package org.rung.turf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
