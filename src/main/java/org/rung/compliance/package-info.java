/** What an organization answers for, in one place: who may not be texted and why, the proof per number, and what is missing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "nodes",
            "database",
            "accounts",
            "hours",
            "consent",
            "senders",
            "media",
            "people",
            "messaging",
            "contact",
            "scripts",
            "campaigns",
            "texting",
            "watching",
            "exchange"
        })
package org.rung.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
