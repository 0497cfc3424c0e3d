/** The ten rules of the domain and the roles of every screen, exercised from the front doors to the provider. */
@NullMarked
package org.rung.rules;

import org.jspecify.annotations.NullMarked;
