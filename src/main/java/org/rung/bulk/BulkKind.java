package org.rung.bulk;

import org.rung.common.Permission;

/** What may be done with many people. */
public enum BulkKind {
    TAG(Permission.EDIT_PEOPLE, true),
    UNTAG(Permission.EDIT_PEOPLE, true),
    LIST(Permission.CUT_TURF, true),
    /** Onto the do-not-text list. */
    SUPPRESS(Permission.EDIT_PEOPLE, true),
    EXPORT(Permission.EXPORT, false),
    ERASE(Permission.EDIT_PEOPLE, false);

    private final Permission needs;
    private final boolean undoable;

    BulkKind(Permission needs, boolean undoable) {
        this.needs = needs;
        this.undoable = undoable;
    }

    public Permission needs() {
        return needs;
    }

    boolean undoable() {
        return undoable;
    }
}
