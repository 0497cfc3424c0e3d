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
            "ladder",
            "asks",
            "turf"
        })
package org.rung.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
