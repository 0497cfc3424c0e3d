package org.rung.rsvps.door;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.rung.events.Event;
import org.rung.events.EventState;
import org.rung.events.Shift;

/**
 * A shift as calendars take it (RFC 5545). It keeps its name and counts its changes, so that whoever opens a later file
 * gets the new time, and one that is called off disappears.
 *
 * @param host the part after the @ of its name: the server's own
 * @param coming may know the address and the link from afar; otherwise neither is in it
 * @param off they do not come, or it does not happen
 */
record EventCalendar(Event event, Shift shift, String host, String page, boolean coming, boolean off, Instant now) {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Octets in a line, without its end. */
    private static final int LONGEST_LINE = 75;

    String text() {
        boolean cancelled = off || shift.cancelled() || event.state() == EventState.CANCELLED;
        String name = shift.name().isEmpty() ? event.title() : event.title() + " – " + shift.name();
        String place = event.venue().line(coming);
        String about = coming && !event.venue().online().isEmpty()
                ? event.venue().online() + "\n\n" + event.about()
                : event.about();
        var lines = List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Rung//Events//EN",
                "METHOD:" + (cancelled ? "CANCEL" : "PUBLISH"),
                "BEGIN:VEVENT",
                "UID:" + shift.shiftId().text() + "@" + host,
                "SEQUENCE:" + (event.sequence() + (off ? 1 : 0)),
                "DTSTAMP:" + UTC.format(now),
                "DTSTART:" + UTC.format(shift.startsAt()),
                "DTEND:" + UTC.format(shift.endsAt()),
                "SUMMARY:" + escaped(name),
                "LOCATION:" + escaped(place),
                "DESCRIPTION:" + escaped(about),
                "URL:" + page,
                "STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"),
                "END:VEVENT",
                "END:VCALENDAR");
        var text = new StringBuilder();
        lines.forEach(line -> text.append(folded(line)).append("\r\n"));
        return text.toString();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** A longer line goes on in the next one after a space; no sign is cut in half. */
    private static String folded(String line) {
        var text = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int sign = line.codePointAt(at);
            String one = Character.toString(sign);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += size;
            at += Character.charCount(sign);
        }
        return text.toString();
    }
}
