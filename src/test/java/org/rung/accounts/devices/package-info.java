@NullMarked
package org.rung.accounts.devices;

import org.jspecify.annotations.NullMarked;
