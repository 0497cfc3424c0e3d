/** Actions, rungs, standings, asks and commitments. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"common", "settings", "accounts", "consent", "people", "filters", "messaging"})
package org.rung.ladder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
