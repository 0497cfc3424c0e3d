/** What to say first and what to answer: scripts, their questions, their merge fields, and what is checked in them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "segments",
            "accounts",
            "consent",
            "senders",
            "people",
            "messaging",
            "media",
            "actions",
            "commitments",
            "events",
            "filters",
            "links"
        })
package org.rung.scripts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
