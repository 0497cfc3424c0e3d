/** Passkeys: a key in one's phone or computer instead of a password, after WebAuthn. */
@NullMarked
package org.rung.accounts.passkeys;

import org.jspecify.annotations.NullMarked;
