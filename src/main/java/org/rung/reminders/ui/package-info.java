/** The settings page of the texts about promises. */
@NullMarked
package org.rung.reminders.ui;

import org.jspecify.annotations.NullMarked;
