/** The door: which requests pass, as whom, and what the browser is told to allow. */
@NullMarked
package org.rung.accounts.door;

import org.jspecify.annotations.NullMarked;
