/** Screens of teams. */
@NullMarked
package org.rung.teams.ui;

import org.jspecify.annotations.NullMarked;
