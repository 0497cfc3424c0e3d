/** The screens: senders in the settings, and the simulator's phones. */
@NullMarked
package org.rung.senders.ui;

import org.jspecify.annotations.NullMarked;
