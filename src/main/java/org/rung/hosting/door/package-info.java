/** The page on which one applies to host. */
@NullMarked
package org.rung.hosting.door;

import org.jspecify.annotations.NullMarked;
