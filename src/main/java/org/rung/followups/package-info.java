/** "Not now, ask me on …": why a conversation rests, until when, and its coming back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "accounts", "people", "texting"})
package org.rung.followups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
