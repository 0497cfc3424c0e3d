/** People invited from a list, each by a link of their own. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "settings", "accounts", "notices"})
package org.rung.inviting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
