/** Where the world opens short links. */
@NullMarked
package org.rung.links.door;

import org.jspecify.annotations.NullMarked;
