/** How follow-ups look. */
@NullMarked
package org.rung.followups.ui;

import org.jspecify.annotations.NullMarked;
