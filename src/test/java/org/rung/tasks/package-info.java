@NullMarked
package org.rung.tasks;

import org.jspecify.annotations.NullMarked;
