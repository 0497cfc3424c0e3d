@NullMarked
package org.rung.watching.door;

import org.jspecify.annotations.NullMarked;
