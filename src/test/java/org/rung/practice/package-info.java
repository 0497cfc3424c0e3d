@NullMarked
package org.rung.practice;

import org.jspecify.annotations.NullMarked;
