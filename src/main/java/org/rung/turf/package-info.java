/** Which supporters are whose to talk to. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"common", "database", "accounts", "consent", "people", "filters", "saved", "teams"})
package org.rung.turf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
