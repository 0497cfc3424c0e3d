/** The pages on which everybody gives, without an account or a script, and where the provider knocks. */
@NullMarked
package org.rung.payments.door;

import org.jspecify.annotations.NullMarked;
