/** Tests of people who are in the list twice. */
@NullMarked
package org.rung.merging;

import org.jspecify.annotations.NullMarked;
