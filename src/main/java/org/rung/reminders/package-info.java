/** Texts that leave by themselves about promises: confirmed, reminded, thanked, and no reproach after a no-show. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "accounts",
            "people",
            "messaging",
            "commitments",
            "ladder",
            "asks",
            "texting"
        })
package org.rung.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
