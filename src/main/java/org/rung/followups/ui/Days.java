package org.rung.followups.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.rung.accounts.Sentences;

/** How the screens of this room say a day: Tue, Dec 1. */
final class Days {
    private Days() {}

    static String said(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMEd")
                .withLocale(Sentences.language())
                .format(day);
    }
}
