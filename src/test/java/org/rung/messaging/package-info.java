@NullMarked
package org.rung.messaging;

import org.jspecify.annotations.NullMarked;
