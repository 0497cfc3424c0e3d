/** Numbers read from every room, counted by day beforehand, as charts that are tables too. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "charts",
            "database",
            "accounts",
            "actions",
            "commitments",
            "ladder",
            "campaigns",
            "senders",
            "texting",
            "people",
            "exchange"
        })
package org.rung.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
