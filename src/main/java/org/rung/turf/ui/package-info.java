/** The screens of turf. */
@NullMarked
package org.rung.turf.ui;

import org.jspecify.annotations.NullMarked;
