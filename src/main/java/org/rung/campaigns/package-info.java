/** A campaign: whom it texts, with what script, and its canned replies. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "settings",
            "accounts",
            "consent",
            "people",
            "filters",
            "segments",
            "senders",
            "ladder",
            "scripts",
            "turf"
        })
package org.rung.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
