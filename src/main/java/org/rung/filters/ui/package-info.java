/** The list of supporters: searched, narrowed, sorted, chosen. */
@NullMarked
package org.rung.filters.ui;

import org.jspecify.annotations.NullMarked;
