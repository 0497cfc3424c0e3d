/** What admins and organizers are told of, here and by e-mail. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "nodes", "settings", "database", "accounts"})
package org.rung.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
