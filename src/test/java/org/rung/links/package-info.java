@NullMarked
package org.rung.links;

import org.jspecify.annotations.NullMarked;
