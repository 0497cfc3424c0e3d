@NullMarked
package org.rung.messaging.simulator;

import org.jspecify.annotations.NullMarked;
