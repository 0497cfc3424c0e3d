@NullMarked
package org.rung.senders;

import org.jspecify.annotations.NullMarked;
