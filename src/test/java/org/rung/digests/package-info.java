@NullMarked
package org.rung.digests;

import org.jspecify.annotations.NullMarked;
