@NullMarked
package org.rung.payments;

import org.jspecify.annotations.NullMarked;
