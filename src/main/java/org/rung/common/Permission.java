package org.rung.common;

/** What an actor may do. Roles of members and scopes of API tokens are both sets of these. */
public enum Permission {
    /** Text the supporters one holds. */
    TEXT,
    SEE_PEOPLE,
    EDIT_PEOPLE,
    /** See whole phone numbers where a screen shows them masked; every reveal is logged all the same. */
    SEE_NUMBERS,
    IMPORT,
    EXPORT,
    CUT_TURF,
    WRITE_SCRIPTS,
    RUN_CAMPAIGNS,
    ASSIGN,
    SEE_CONVERSATIONS,
    /** Answer in conversations that one does not hold, and in the organizers' inbox. */
    REPLY_TO_ANYONE,
    SEE_LADDER,
    RECORD_ACTIONS,
    MOVE_BY_HAND,
    EDIT_LADDER,
    /** Amounts that people gave. */
    SEE_GIVING,
    INVITE,
    /** Members, senders, API tokens, settings, audit log. */
    ADMINISTER
}
