/** One text, or one recorded answer, for many conversations: looked at first, then in the background, and stopped while it can be. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "nodes",
            "database",
            "accounts",
            "people",
            "messaging",
            "scripts",
            "campaigns",
            "texting"
        })
package org.rung.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
