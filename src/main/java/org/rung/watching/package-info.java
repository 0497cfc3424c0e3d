/** How the sending of texts goes, for whoever runs Rung (metrics) and for an organization's admins (delivery health). */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "nodes", "settings", "accounts", "senders", "messaging"})
package org.rung.watching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
