/** Files of gifts: brought in, matched in the background, and taken out. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"common", "nodes", "database", "accounts", "people", "actions", "giving", "exchange"})
package org.rung.giftfiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
