@NullMarked
package org.rung.senders.ui;

import org.jspecify.annotations.NullMarked;
