/** The settings page of contact rules. */
@NullMarked
package org.rung.contact.ui;

import org.jspecify.annotations.NullMarked;
