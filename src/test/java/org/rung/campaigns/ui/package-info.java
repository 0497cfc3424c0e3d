@NullMarked
package org.rung.campaigns.ui;

import org.jspecify.annotations.NullMarked;
