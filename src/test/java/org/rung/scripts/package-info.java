@NullMarked
package org.rung.scripts;

import org.jspecify.annotations.NullMarked;
