package org.rung.people.ui;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Days and moments as the reader writes them, in the organization's zone. */
record Times(ZoneId zone) {
    String day(Instant at) {
        return in(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), at);
    }

    String moment(Instant at) {
        return in(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), at);
    }

    private String in(DateTimeFormatter format, Instant at) {
        return format.withLocale(UI.getCurrent().getLocale()).withZone(zone).format(at);
    }
}
