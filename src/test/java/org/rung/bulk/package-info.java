@NullMarked
package org.rung.bulk;

import org.jspecify.annotations.NullMarked;
