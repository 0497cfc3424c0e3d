/** What a host would like to tell their guests, from the page at the door. */
@NullMarked
package org.rung.nudges.door;

import org.jspecify.annotations.NullMarked;
