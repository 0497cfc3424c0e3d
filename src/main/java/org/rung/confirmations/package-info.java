/** Rungs that a member confirms: who is proposed, by what evidence, and what was decided. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "nodes", "accounts", "people", "ladder"})
package org.rung.confirmations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
