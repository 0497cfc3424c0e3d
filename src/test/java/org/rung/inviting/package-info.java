@NullMarked
package org.rung.inviting;

import org.jspecify.annotations.NullMarked;
