/** Which supporters: the criteria that rooms give, filters put together from them, search, and the list of supporters. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "accounts", "consent", "people", "places", "maps", "teams"})
package org.rung.filters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
