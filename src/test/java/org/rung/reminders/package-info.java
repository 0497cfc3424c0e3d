@NullMarked
package org.rung.reminders;

import org.jspecify.annotations.NullMarked;
