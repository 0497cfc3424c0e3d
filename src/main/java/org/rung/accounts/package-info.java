/** Organizations, members, roles, invitations, sign-in, API tokens and the audit log. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "nodes", "settings"})
package org.rung.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
