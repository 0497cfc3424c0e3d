/** Screens of saved filters. */
@NullMarked
package org.rung.saved.ui;

import org.jspecify.annotations.NullMarked;
