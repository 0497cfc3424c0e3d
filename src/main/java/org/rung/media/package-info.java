/** Pictures and files that come and go with texts: fetched, kept once, shown without what cameras write into them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "settings", "accounts", "senders"})
package org.rung.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
