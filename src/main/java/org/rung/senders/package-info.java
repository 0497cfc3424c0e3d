/** Which numbers and services texts leave from, and the provider behind them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "nodes", "settings", "database", "accounts", "notices", "segments"})
package org.rung.senders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
