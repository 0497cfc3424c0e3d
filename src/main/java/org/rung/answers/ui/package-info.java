/** The screen of answers to many. */
@NullMarked
package org.rung.answers.ui;

import org.jspecify.annotations.NullMarked;
