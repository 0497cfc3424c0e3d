/** "Host one yourself": who is asked, who applies, and what they hold under an umbrella. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "settings",
            "accounts",
            "consent",
            "people",
            "commitments",
            "asks",
            "events",
            "rsvps",
            "openpages",
            "media"
        })
package org.rung.hosting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
