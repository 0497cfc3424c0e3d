@NullMarked
package org.rung.saved;

import org.jspecify.annotations.NullMarked;
