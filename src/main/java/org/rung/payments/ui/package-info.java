/** The screens of online giving. */
@NullMarked
package org.rung.payments.ui;

import org.jspecify.annotations.NullMarked;
