/** Pages at the door: the host's list, which works without a network, and what guests open there. */
@NullMarked
package org.rung.checkin.door;

import org.jspecify.annotations.NullMarked;
