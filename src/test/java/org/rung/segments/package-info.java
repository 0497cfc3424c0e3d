@NullMarked
package org.rung.segments;

import org.jspecify.annotations.NullMarked;
