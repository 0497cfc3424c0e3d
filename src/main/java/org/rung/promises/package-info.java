/** What supporters promise in a conversation, and what they say there became of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "accounts",
            "people",
            "messaging",
            "actions",
            "commitments",
            "giving",
            "ladder",
            "asks",
            "texting"
        })
package org.rung.promises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
