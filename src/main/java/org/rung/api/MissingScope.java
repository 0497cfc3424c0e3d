package org.rung.api;

import org.rung.common.Permission;

/** The token may do other things, not this. */
final class MissingScope extends RuntimeException {
    MissingScope(Permission scope) {
        super(
                "This token has no scope " + scope + ". Ask an admin to make one that has it, in Settings, API tokens.",
                null,
                false,
                false);
    }
}
