/** CSV in, CSV out. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "nodes",
            "settings",
            "database",
            "accounts",
            "consent",
            "people",
            "places",
            "ladder",
            "asks",
            "turf"
        })
package org.rung.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
