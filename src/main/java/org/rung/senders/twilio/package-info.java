/** Twilio's way of taking texts and of telling what became of them; the only place that knows its SDK. */
@NullMarked
package org.rung.senders.twilio;

import org.jspecify.annotations.NullMarked;
