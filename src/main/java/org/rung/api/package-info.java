/** The front doors for other programs: REST under /api/v1, described at /v3/api-docs. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "settings",
            "accounts",
            "consent",
            "people",
            "places",
            "maps",
            "links",
            "messaging",
            "media",
            "actions",
            "commitments",
            "filters",
            "ladder",
            "asks",
            "scripts",
            "turf",
            "campaigns",
            "texting",
            "live",
            "teams",
            "giving",
            "texters",
            "crew",
            "promises",
            "tasks",
            "pointpeople",
            "merging",
            "review",
            "answers",
            "charts",
            "reports",
            "senders",
            "watching",
            "exchange",
            "saved",
            "compliance",
            "bulk",
            "events",
            "rsvps",
            "checkin",
            "reshaping",
            "confirmations",
            "payments"
        })
package org.rung.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
