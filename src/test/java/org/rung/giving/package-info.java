@NullMarked
package org.rung.giving;

import org.jspecify.annotations.NullMarked;
