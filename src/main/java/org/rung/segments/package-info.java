/** How carriers cut a text, and what its letters cost. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.rung.segments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
