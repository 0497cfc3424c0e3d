/** The screens of campaigns. */
@NullMarked
package org.rung.campaigns.ui;

import org.jspecify.annotations.NullMarked;
