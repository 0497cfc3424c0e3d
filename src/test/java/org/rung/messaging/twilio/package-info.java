@NullMarked
package org.rung.messaging.twilio;

import org.jspecify.annotations.NullMarked;
