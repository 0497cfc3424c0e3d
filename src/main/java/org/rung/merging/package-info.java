/** People who are in the list twice: who looks alike, making one of two, and taking that back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "accounts", "consent", "people", "filters"})
package org.rung.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
