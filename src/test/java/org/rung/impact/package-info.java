@NullMarked
package org.rung.impact;

import org.jspecify.annotations.NullMarked;
