package org.rung.compliance;

/** In which way somebody said again that they want to be texted. */
public enum HowAsked {
    PAPER,
    WEB_FORM,
    IN_PERSON,
    CALL,
    EMAIL,
    OTHER
}
