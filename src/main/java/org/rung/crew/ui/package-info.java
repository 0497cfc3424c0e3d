@NullMarked
package org.rung.crew.ui;

import org.jspecify.annotations.NullMarked;
