/** Several servers of one Rung: what is announced on one of them, the screens of the others hear. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "settings"})
package org.rung.nodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
