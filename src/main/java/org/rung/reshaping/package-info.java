/** What a ladder is to become: drawn up by several, looked at on everyone it would move, applied and taken back. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"common", "database", "nodes", "accounts", "people", "actions", "commitments", "ladder"})
package org.rung.reshaping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
