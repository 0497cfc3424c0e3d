@NullMarked
package org.rung.senders.simulator;

import org.jspecify.annotations.NullMarked;
