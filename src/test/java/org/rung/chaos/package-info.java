/** Rung while everything fails: killed, its database gone, its provider in a mood; and the count afterwards. */
@NullMarked
package org.rung.chaos;

import org.jspecify.annotations.NullMarked;
