@NullMarked
package org.rung.texting.ui;

import org.jspecify.annotations.NullMarked;
