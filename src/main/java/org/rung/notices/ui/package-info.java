@NullMarked
package org.rung.notices.ui;

import org.jspecify.annotations.NullMarked;
