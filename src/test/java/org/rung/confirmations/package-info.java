@NullMarked
package org.rung.confirmations;

import org.jspecify.annotations.NullMarked;
