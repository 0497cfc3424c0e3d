/** A provider that never leaves the machine: Twilio's protocol, with people who answer. Only in a demo or a test. */
@NullMarked
package org.rung.senders.simulator;

import org.jspecify.annotations.NullMarked;
