/** What supporters did, on their page. */
@NullMarked
package org.rung.actions.ui;

import org.jspecify.annotations.NullMarked;
