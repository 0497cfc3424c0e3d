/** What supporters did: dated evidence, only added or voided. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "accounts", "people", "filters"})
package org.rung.actions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
