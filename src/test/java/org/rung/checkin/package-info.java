@NullMarked
package org.rung.checkin;

import org.jspecify.annotations.NullMarked;
