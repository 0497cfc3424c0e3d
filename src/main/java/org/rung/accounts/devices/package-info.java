/** Browsers that stay signed in. */
@NullMarked
package org.rung.accounts.devices;

import org.jspecify.annotations.NullMarked;
