/** Teams of members, and who leads them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "accounts"})
package org.rung.teams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
