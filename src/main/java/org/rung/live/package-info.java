/** A campaign while it runs: its numbers, who is at work, what needs a person now, and what its texters are told. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "nodes",
            "database",
            "accounts",
            "teams",
            "texters",
            "people",
            "actions",
            "ladder",
            "messaging",
            "campaigns",
            "texting",
            "help"
        })
package org.rung.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
