/** A payment provider on this machine, for the demo and for tests: Stripe's own addresses, and nobody's money. */
@NullMarked
package org.rung.payments.simulator;

import org.jspecify.annotations.NullMarked;
