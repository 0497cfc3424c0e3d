/** The list of tasks, and the ways to make, put off, pass on and finish one. */
@NullMarked
package org.rung.tasks.ui;

import org.jspecify.annotations.NullMarked;
