/** Texters who ask for help with a conversation, and what came of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "nodes", "database", "accounts", "teams", "texting"})
package org.rung.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
