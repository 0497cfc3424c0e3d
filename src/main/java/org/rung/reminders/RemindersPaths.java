package org.rung.reminders;

/** Where the screen of this room lives. */
public final class RemindersPaths {
    public static final String SETTINGS = "settings/promise-texts";

    private RemindersPaths() {}
}
