@NullMarked
package org.rung.database;

import org.jspecify.annotations.NullMarked;
