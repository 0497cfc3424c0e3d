/** How promises look in a conversation and on a supporter's page. */
@NullMarked
package org.rung.promises.ui;

import org.jspecify.annotations.NullMarked;
