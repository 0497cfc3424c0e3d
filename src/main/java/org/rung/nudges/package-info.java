/** Texts about events: what leaves by itself, words that one texts, and RSVPs in a conversation. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "settings",
            "accounts",
            "consent",
            "people",
            "messaging",
            "senders",
            "commitments",
            "asks",
            "events",
            "rsvps",
            "openpages",
            "checkin",
            "hosting",
            "texting"
        })
package org.rung.nudges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
