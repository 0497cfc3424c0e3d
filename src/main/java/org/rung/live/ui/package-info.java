@NullMarked
package org.rung.live.ui;

import org.jspecify.annotations.NullMarked;
