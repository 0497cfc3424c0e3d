@NullMarked
package org.rung.inviting.ui;

import org.jspecify.annotations.NullMarked;
