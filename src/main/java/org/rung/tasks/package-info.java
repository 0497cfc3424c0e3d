/** What members are to do about supporters by some day: whose, by when, and what came of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "nodes",
            "accounts",
            "people",
            "commitments",
            "ladder",
            "texting",
            "pointpeople"
        })
package org.rung.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
