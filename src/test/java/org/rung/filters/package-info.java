@NullMarked
package org.rung.filters;

import org.jspecify.annotations.NullMarked;
