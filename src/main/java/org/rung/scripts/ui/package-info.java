/** The studio where scripts are written, and what other rooms show of them. */
@NullMarked
package org.rung.scripts.ui;

import org.jspecify.annotations.NullMarked;
