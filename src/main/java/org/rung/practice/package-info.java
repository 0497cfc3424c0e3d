/** Practice before the first batch: invented supporters who answer in one window only; nothing of it is stored or counted. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "accounts", "people", "messaging", "scripts"})
package org.rung.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
