/** Stripe, by its own SDK; nothing else in the house knows that. */
@NullMarked
package org.rung.payments.stripe;

import org.jspecify.annotations.NullMarked;
