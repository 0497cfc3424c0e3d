/** The people a member knows: a private list of theirs, shared one by one, and what came of talking to them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "settings",
            "accounts",
            "consent",
            "people",
            "actions",
            "scripts",
            "texting"
        })
package org.rung.circle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
