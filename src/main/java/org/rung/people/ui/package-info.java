/** The screens of supporters. */
@NullMarked
package org.rung.people.ui;

import org.jspecify.annotations.NullMarked;
