@NullMarked
package org.rung.teams;

import org.jspecify.annotations.NullMarked;
