/** The screens of messaging: senders in the settings, and the simulator's phones. */
@NullMarked
package org.rung.messaging.ui;

import org.jspecify.annotations.NullMarked;
