@NullMarked
package org.rung.common;

import org.jspecify.annotations.NullMarked;
