/** A campaign: whom it texts, with what script, and its canned replies. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "nodes",
            "segments",
            "accounts",
            "notices",
            "teams",
            "texters",
            "consent",
            "senders",
            "people",
            "actions",
            "ladder",
            "links",
            "contact",
            "scripts",
            "turf"
        })
package org.rung.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
