/** Who is proposed for a rung, and deciding about it. */
@NullMarked
package org.rung.confirmations.ui;

import org.jspecify.annotations.NullMarked;
