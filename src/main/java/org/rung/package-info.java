/** Texting and organizing for ladders of engagement; each package is one room. */
@NullMarked
package org.rung;

import org.jspecify.annotations.NullMarked;
