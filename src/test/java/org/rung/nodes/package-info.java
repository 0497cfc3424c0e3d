@NullMarked
package org.rung.nodes;

import org.jspecify.annotations.NullMarked;
