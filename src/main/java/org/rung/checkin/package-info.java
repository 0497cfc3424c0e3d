/** The door of an event: who is there, also where there is no network. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "settings",
            "accounts",
            "people",
            "events",
            "rsvps",
            "hosting",
            "openpages"
        })
package org.rung.checkin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
