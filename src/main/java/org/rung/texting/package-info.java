/** Assignments, conversations and the texter's desk. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "settings",
            "accounts",
            "consent",
            "people",
            "filters",
            "senders",
            "messaging",
            "ladder",
            "scripts",
            "turf",
            "campaigns"
        })
package org.rung.texting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
