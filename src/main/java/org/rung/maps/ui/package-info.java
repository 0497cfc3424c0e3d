/** The screens of maps. */
@NullMarked
package org.rung.maps.ui;

import org.jspecify.annotations.NullMarked;
