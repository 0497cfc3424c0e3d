@NullMarked
package org.rung.answers;

import org.jspecify.annotations.NullMarked;
