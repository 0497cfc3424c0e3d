@NullMarked
package org.rung.compliance;

import org.jspecify.annotations.NullMarked;
