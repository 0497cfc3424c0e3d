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
            "promises",
            "merging",
            "review",
            "senders",
            "watching",
            "exchange",
            "saved",
            "bulk"
        })
package org.rung.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
