/** The screens of lists coming in and going out. */
@NullMarked
package org.rung.exchange.ui;

import org.jspecify.annotations.NullMarked;
