/** The pages of events that are open to everyone: they work without a script and know nobody. */
@NullMarked
package org.rung.rsvps.door;

import org.jspecify.annotations.NullMarked;
