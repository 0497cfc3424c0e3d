/** Point people: the one member who knows somebody best. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "accounts", "people", "filters", "texting"})
package org.rung.pointpeople;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
