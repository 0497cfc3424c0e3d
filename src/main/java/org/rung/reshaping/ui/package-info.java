/** Drawing up a ladder, and whom that would move. */
@NullMarked
package org.rung.reshaping.ui;

import org.jspecify.annotations.NullMarked;
