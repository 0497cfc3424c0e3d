/** An invented organization with its people, absent unless RUNG_DEMO is true. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "settings",
            "accounts",
            "consent",
            "people",
            "actions",
            "commitments",
            "filters",
            "ladder",
            "senders",
            "scripts",
            "turf",
            "campaigns",
            "texting",
            "circle"
        })
package org.rung.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
