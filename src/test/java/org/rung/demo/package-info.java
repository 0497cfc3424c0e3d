/** What an invented organization opens with. */
@NullMarked
package org.rung.demo;

import org.jspecify.annotations.NullMarked;
