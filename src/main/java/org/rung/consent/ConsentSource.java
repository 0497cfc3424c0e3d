package org.rung.consent;

/** How a line of the consent ledger came to be. */
public enum ConsentSource {
    IMPORT,
    REPLY,
    TEXTER,
    API,
    PROVIDER,
    MEMBER,
    /** They ticked a box on a page that is open to everyone. */
    PAGE
}
