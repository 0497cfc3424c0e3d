/** The screens of work on many people. */
@NullMarked
package org.rung.bulk.ui;

import org.jspecify.annotations.NullMarked;
