/** Numbers to look at, each with its table: one wrapping of Apache ECharts for all rooms. */
@NullMarked
@ApplicationModule(allowedDependencies = "common")
package org.rung.charts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
