@NullMarked
package org.rung.followups;

import org.jspecify.annotations.NullMarked;
