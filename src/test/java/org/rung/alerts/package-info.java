@NullMarked
package org.rung.alerts;

import org.jspecify.annotations.NullMarked;
