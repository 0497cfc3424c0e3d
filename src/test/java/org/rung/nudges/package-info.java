@NullMarked
package org.rung.nudges;

import org.jspecify.annotations.NullMarked;
