@NullMarked
package org.rung.rsvps;

import org.jspecify.annotations.NullMarked;
