/** Where Rung's tables live: a server of its own on a laptop, a given one in production. */
@NullMarked
@ApplicationModule(allowedDependencies = "settings")
package org.rung.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
