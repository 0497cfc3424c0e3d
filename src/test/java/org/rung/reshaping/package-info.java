@NullMarked
package org.rung.reshaping;

import org.jspecify.annotations.NullMarked;
