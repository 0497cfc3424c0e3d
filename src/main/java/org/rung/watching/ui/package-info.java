@NullMarked
package org.rung.watching.ui;

import org.jspecify.annotations.NullMarked;
