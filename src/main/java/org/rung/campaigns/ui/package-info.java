/** The screens of campaigns and scripts. */
@NullMarked
package org.rung.campaigns.ui;

import org.jspecify.annotations.NullMarked;
