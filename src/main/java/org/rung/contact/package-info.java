/** How often a person may be texted first, whatever the campaign. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "accounts", "senders", "messaging"})
package org.rung.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
