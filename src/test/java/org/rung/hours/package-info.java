@NullMarked
package org.rung.hours;

import org.jspecify.annotations.NullMarked;
