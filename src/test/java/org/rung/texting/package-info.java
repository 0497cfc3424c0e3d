@NullMarked
package org.rung.texting;

import org.jspecify.annotations.NullMarked;
