@NullMarked
package org.rung.actions;

import org.jspecify.annotations.NullMarked;
