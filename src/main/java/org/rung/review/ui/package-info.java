/** The screens of the review. */
@NullMarked
package org.rung.review.ui;

import org.jspecify.annotations.NullMarked;
