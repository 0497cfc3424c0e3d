@NullMarked
package org.rung.watching;

import org.jspecify.annotations.NullMarked;
