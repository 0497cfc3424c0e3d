/** Gifts and pledges: a ledger of what came and went back, who gave it, and what is promised. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"common", "database", "accounts", "people", "filters", "actions", "commitments"})
package org.rung.giving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
