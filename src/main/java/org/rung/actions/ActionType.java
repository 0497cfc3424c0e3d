package org.rung.actions;

/** Dated evidence of what a supporter did. */
public enum ActionType {
    CLICKED,
    SIGNED,
    OPTED_IN,
    POLLED,
    REPLIED,
    ANSWERED,
    SHARED,
    CONTACTED,
    REPORTED,
    RECRUITED,
    PLEDGED,
    GAVE,
    RSVPED,
    CONFIRMED,
    ATTENDED,
    HOSTED,
    LED,
    RECRUIT_ROSE
}
