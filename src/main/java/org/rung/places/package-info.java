/** Where things are: points, areas, postal codes and the outlines of counties. */
@NullMarked
@ApplicationModule(allowedDependencies = "common")
package org.rung.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
