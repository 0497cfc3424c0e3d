/** The board, and a supporter's standings. */
@NullMarked
package org.rung.ladder.ui;

import org.jspecify.annotations.NullMarked;
