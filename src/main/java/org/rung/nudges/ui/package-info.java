/** RSVPs in a conversation, and the words of automatic texts on an event's page. */
@NullMarked
package org.rung.nudges.ui;

import org.jspecify.annotations.NullMarked;
