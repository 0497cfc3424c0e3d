@NullMarked
package org.rung.commitments;

import org.jspecify.annotations.NullMarked;
