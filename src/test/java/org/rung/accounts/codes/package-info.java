@NullMarked
package org.rung.accounts.codes;

import org.jspecify.annotations.NullMarked;
