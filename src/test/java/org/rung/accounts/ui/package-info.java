@NullMarked
package org.rung.accounts.ui;

import org.jspecify.annotations.NullMarked;
