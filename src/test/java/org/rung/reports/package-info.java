@NullMarked
package org.rung.reports;

import org.jspecify.annotations.NullMarked;
