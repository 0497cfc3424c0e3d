@NullMarked
package org.rung.senders.twilio;

import org.jspecify.annotations.NullMarked;
