/** A campaign, its script, its questions and canned replies. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "settings",
            "accounts",
            "consent",
            "people",
            "filters",
            "messaging",
            "ladder",
            "turf"
        })
package org.rung.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
