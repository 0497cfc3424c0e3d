/** What to say first and what to answer: scripts, their questions, their merge fields, and what is checked in them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "accounts",
            "consent",
            "people",
            "filters",
            "segments",
            "senders",
            "messaging",
            "ladder"
        })
package org.rung.scripts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
