/** Where files are handed out. */
@NullMarked
package org.rung.media.door;

import org.jspecify.annotations.NullMarked;
