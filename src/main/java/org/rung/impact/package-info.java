/** What a member moved, and who thanks them for it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "accounts",
            "people",
            "actions",
            "commitments",
            "ladder",
            "campaigns",
            "texting"
        })
package org.rung.impact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
