/** The board: the ladder at a glance, and those ready for the next ask. */
@NullMarked
package org.rung.asks.ui;

import org.jspecify.annotations.NullMarked;
