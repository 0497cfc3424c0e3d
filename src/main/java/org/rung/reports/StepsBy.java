package org.rung.reports;

/** By what steps up are told apart. */
public enum StepsBy {
    SOURCE,
    CAMPAIGN,
    TEXTER
}
