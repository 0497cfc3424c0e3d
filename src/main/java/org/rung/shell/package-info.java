/** The frame around every screen: the menu, the look, the page for what went wrong. */
@NullMarked
package org.rung.shell;

import org.jspecify.annotations.NullMarked;
