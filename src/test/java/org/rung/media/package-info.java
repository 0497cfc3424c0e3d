@NullMarked
package org.rung.media;

import org.jspecify.annotations.NullMarked;
