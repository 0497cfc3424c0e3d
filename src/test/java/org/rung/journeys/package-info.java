/** The whole of Rung as a process of its own, driven from outside: by browsers, by a provider, by signals. */
@NullMarked
package org.rung.journeys;

import org.jspecify.annotations.NullMarked;
