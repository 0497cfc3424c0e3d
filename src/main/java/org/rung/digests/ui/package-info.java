/** The screen of digests. */
@NullMarked
package org.rung.digests.ui;

import org.jspecify.annotations.NullMarked;
