/** Plain pages that are open to everyone: how they look, how they are answered, and what keeps programs from filling them in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "settings"})
package org.rung.openpages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
