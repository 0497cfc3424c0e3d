/** Who comes to an event: places, waiting lists, and the pages on which everyone signs up. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "nodes",
            "database",
            "settings",
            "accounts",
            "consent",
            "people",
            "filters",
            "hours",
            "places",
            "maps",
            "actions",
            "commitments",
            "events",
            "openpages"
        })
package org.rung.rsvps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
