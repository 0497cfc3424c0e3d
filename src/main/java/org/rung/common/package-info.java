/** Words that every room speaks: numbers, problems, pages, who acts. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.rung.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
