/** Assignments, conversations and the texter's desk. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "care",
            "nodes",
            "hours",
            "database",
            "accounts",
            "consent",
            "notices",
            "senders",
            "people",
            "links",
            "contact",
            "media",
            "messaging",
            "actions",
            "commitments",
            "events",
            "rsvps",
            "filters",
            "ladder",
            "asks",
            "scripts",
            "practice",
            "teams",
            "texters",
            "turf",
            "campaigns"
        })
package org.rung.texting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
