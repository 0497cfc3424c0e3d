@NullMarked
package org.rung;

import org.jspecify.annotations.NullMarked;
