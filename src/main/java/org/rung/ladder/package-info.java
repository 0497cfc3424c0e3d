/** Actions, rungs, standings, asks and commitments. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"common", "database", "nodes", "accounts", "people", "actions", "commitments", "filters"
        })
package org.rung.ladder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
