/** How events look to organizers, and on a supporter's page. */
@NullMarked
package org.rung.rsvps.ui;

import org.jspecify.annotations.NullMarked;
