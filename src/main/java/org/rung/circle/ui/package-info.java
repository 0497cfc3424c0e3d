/** Screens of the people one knows. */
@NullMarked
package org.rung.circle.ui;

import org.jspecify.annotations.NullMarked;
