@NullMarked
package org.rung.places;

import org.jspecify.annotations.NullMarked;
