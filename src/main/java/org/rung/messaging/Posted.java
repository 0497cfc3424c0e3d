package org.rung.messaging;

import org.rung.senders.Arrival;
import org.rung.senders.Sender;

/** A text as it came in, and the number it came to. */
record Posted(Sender sender, Arrival arrival) {}
