@NullMarked
package org.rung.api;

import org.jspecify.annotations.NullMarked;
