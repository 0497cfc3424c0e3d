@NullMarked
package org.rung.accounts.passkeys;

import org.jspecify.annotations.NullMarked;
