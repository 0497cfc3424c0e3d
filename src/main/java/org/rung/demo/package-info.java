/** An invented organization with its people, absent unless RUNG_DEMO is true. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "settings",
            "accounts",
            "consent",
            "people",
            "places",
            "actions",
            "commitments",
            "filters",
            "ladder",
            "senders",
            "scripts",
            "turf",
            "campaigns",
            "texting",
            "circle",
            "giving",
            "payments",
            "pointpeople",
            "tasks",
            "reports",
            "events",
            "rsvps",
            "hosting"
        })
package org.rung.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
