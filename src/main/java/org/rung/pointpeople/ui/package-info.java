/** The card on a person's page, the line in a conversation, and the dialog for many. */
@NullMarked
package org.rung.pointpeople.ui;

import org.jspecify.annotations.NullMarked;
