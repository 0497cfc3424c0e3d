@NullMarked
package org.rung.campaigns;

import org.jspecify.annotations.NullMarked;
