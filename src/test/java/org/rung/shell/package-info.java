@NullMarked
package org.rung.shell;

import org.jspecify.annotations.NullMarked;
