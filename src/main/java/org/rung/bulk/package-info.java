/** What is done with many people at once: tagged, listed, kept from being texted, exported, erased, in the background and where it can be with a way back. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "nodes",
            "database",
            "accounts",
            "people",
            "filters",
            "turf",
            "exchange",
            "consent",
            "compliance"
        })
package org.rung.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
