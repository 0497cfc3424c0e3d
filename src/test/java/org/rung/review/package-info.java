@NullMarked
package org.rung.review;

import org.jspecify.annotations.NullMarked;
