package org.rung.common;

import static org.rung.common.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** What a member is in an organization; a member may be several. */
public enum Role {
    TEXTER(EnumSet.of(TEXT)),
    ORGANIZER(EnumSet.of(
            TEXT,
            SEE_PEOPLE,
            EDIT_PEOPLE,
            SEE_NUMBERS,
            IMPORT,
            EXPORT,
            CUT_TURF,
            WRITE_SCRIPTS,
            RUN_CAMPAIGNS,
            ASSIGN,
            SEE_CONVERSATIONS,
            REPLY_TO_ANYONE,
            SEE_LADDER,
            RECORD_ACTIONS,
            INVITE)),
    COORDINATOR(EnumSet.of(
            SEE_PEOPLE,
            EDIT_PEOPLE,
            CUT_TURF,
            SEE_CONVERSATIONS,
            SEE_LADDER,
            RECORD_ACTIONS,
            MOVE_BY_HAND,
            EDIT_LADDER,
            SEE_GIVING)),
    ADMIN(EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public Set<Permission> permissions() {
        return EnumSet.copyOf(permissions);
    }
}
