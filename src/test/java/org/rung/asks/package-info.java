@NullMarked
package org.rung.asks;

import org.jspecify.annotations.NullMarked;
