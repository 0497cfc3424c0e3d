@NullMarked
package org.rung.pointpeople;

import org.jspecify.annotations.NullMarked;
