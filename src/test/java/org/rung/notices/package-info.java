@NullMarked
package org.rung.notices;

import org.jspecify.annotations.NullMarked;
