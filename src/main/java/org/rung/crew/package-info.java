/** All texters of an organization: who is at work, waits or is late, who is new, what they are told and what holds for each. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "nodes",
            "database",
            "accounts",
            "teams",
            "inviting",
            "texters",
            "campaigns",
            "texting",
            "live"
        })
package org.rung.crew;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
