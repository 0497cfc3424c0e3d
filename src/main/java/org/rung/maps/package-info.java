/** A map on a screen, drawn from our own outlines, and the server of map pictures that an organization may name. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "accounts", "places"})
package org.rung.maps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
