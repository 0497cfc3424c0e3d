@NullMarked
package org.rung.hosting;

import org.jspecify.annotations.NullMarked;
