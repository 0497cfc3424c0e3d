/** Who may be texted: the ledger per phone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "accounts"})
package org.rung.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
