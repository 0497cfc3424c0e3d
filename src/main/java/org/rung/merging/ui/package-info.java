/** The list of pairs that look alike, two people side by side, and what is said of it on a person's page. */
@NullMarked
package org.rung.merging.ui;

import org.jspecify.annotations.NullMarked;
