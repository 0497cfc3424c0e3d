@NullMarked
package org.rung.payments.simulator;

import org.jspecify.annotations.NullMarked;
