/** Short links in texts, and who opened them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "settings",
            "accounts",
            "people",
            "filters",
            "messaging",
            "actions",
            "openpages"
        })
package org.rung.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
