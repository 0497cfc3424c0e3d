/** Supporters, their phones, tags, custom fields and relationships. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "settings", "accounts", "consent", "places"})
package org.rung.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
