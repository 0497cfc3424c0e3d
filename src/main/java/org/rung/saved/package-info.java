/** Filters kept under a name: loaded over the list of supporters, and named by other filters. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "accounts", "people", "filters"})
package org.rung.saved;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
