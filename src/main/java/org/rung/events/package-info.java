/** Things to come to: events, their shifts, their places and who hosts them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "nodes", "database", "settings", "accounts", "people", "actions"})
package org.rung.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
