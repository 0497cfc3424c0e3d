/** Screens of what one moved. */
@NullMarked
package org.rung.impact.ui;

import org.jspecify.annotations.NullMarked;
