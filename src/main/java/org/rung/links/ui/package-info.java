/** Screens of short links. */
@NullMarked
package org.rung.links.ui;

import org.jspecify.annotations.NullMarked;
