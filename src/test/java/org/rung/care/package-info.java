@NullMarked
package org.rung.care;

import org.jspecify.annotations.NullMarked;
