/** Screens of asking for help. */
@NullMarked
package org.rung.help.ui;

import org.jspecify.annotations.NullMarked;
