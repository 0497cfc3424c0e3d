@NullMarked
package org.rung.maps;

import org.jspecify.annotations.NullMarked;
