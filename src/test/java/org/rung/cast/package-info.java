/** Who plays in the tests: people with verbs, and the clock they live by. */
@NullMarked
package org.rung.cast;

import org.jspecify.annotations.NullMarked;
