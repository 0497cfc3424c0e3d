@NullMarked
package org.rung.giftfiles;

import org.jspecify.annotations.NullMarked;
