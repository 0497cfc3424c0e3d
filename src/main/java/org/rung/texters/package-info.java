/** What holds for a texter in every campaign: how many first texts a day, and the languages that they write. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "accounts"})
package org.rung.texters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
