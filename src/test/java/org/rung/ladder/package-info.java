@NullMarked
package org.rung.ladder;

import org.jspecify.annotations.NullMarked;
