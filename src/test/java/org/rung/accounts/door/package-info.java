@NullMarked
package org.rung.accounts.door;

import org.jspecify.annotations.NullMarked;
