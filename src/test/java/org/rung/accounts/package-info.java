@NullMarked
package org.rung.accounts;

import org.jspecify.annotations.NullMarked;
