/** The frame around every screen: the menu, the look, the words, the page for what went wrong. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "nodes", "settings", "accounts"})
package org.rung.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
