@NullMarked
package org.rung.events;

import org.jspecify.annotations.NullMarked;
