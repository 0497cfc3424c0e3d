/** Threads, texts out, texts in, and what the carrier said. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "nodes",
            "settings",
            "database",
            "accounts",
            "consent",
            "notices",
            "senders",
            "segments",
            "hours",
            "media"
        })
package org.rung.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
