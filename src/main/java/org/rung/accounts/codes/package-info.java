/** One-time codes and links, by e-mail or by text: to sign in, and to prove an address. */
@NullMarked
package org.rung.accounts.codes;

import org.jspecify.annotations.NullMarked;
