/** What supporters promised, and what became of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "accounts", "people", "actions", "filters"})
package org.rung.commitments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
