/** Screens of gift files. */
@NullMarked
package org.rung.giftfiles.ui;

import org.jspecify.annotations.NullMarked;
