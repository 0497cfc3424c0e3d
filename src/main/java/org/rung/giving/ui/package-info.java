/** Screens of gifts and pledges. */
@NullMarked
package org.rung.giving.ui;

import org.jspecify.annotations.NullMarked;
