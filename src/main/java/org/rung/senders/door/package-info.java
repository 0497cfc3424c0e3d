/** Where providers knock. */
@NullMarked
package org.rung.senders.door;

import org.jspecify.annotations.NullMarked;
