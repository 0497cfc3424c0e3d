@NullMarked
package org.rung.circle;

import org.jspecify.annotations.NullMarked;
