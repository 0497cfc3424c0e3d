/** Hosting on the page of an umbrella. */
@NullMarked
package org.rung.hosting.ui;

import org.jspecify.annotations.NullMarked;
