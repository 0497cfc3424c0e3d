/** Words that may hurt whoever reads them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.rung.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
