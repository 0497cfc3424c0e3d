/** The screens of compliance. */
@NullMarked
package org.rung.compliance.ui;

import org.jspecify.annotations.NullMarked;
