/** What to ask of whom next, why, and how it went; and the board that shows where everyone stands and who is ready. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "nodes",
            "accounts",
            "people",
            "messaging",
            "actions",
            "commitments",
            "filters",
            "ladder"
        })
package org.rung.asks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
