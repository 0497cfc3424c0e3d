/** The screens of reports. */
@NullMarked
package org.rung.reports.ui;

import org.jspecify.annotations.NullMarked;
