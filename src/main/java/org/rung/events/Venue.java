package org.rung.events;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.common.Problem;

/**
 * Where people come to.
 *
 * @param name at most 120 characters, which everyone sees
 * @param address at most 240 characters
 * @param hidden the address is told to those alone who are coming
 * @param access what whoever comes with a wheelchair, a child or another language needs to know; at most 600 characters
 * @param locality its town and postal code, which everyone sees
 * @param online a link for those who come from afar, told to those alone who are coming; https, at most 500 characters
 */
public record Venue(String name, String address, Locality locality, boolean hidden, String access, String online) {
    public static final Venue NONE = new Venue("", "", false, "", "");
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_ADDRESS = 240;
    public static final int LONGEST_ACCESS = 600;
    public static final int LONGEST_ONLINE = 500;

    public Venue {
        name = within("placeName", name, LONGEST_NAME);
        address = within("streetAddress", address, LONGEST_ADDRESS);
        access = within("access", access, LONGEST_ACCESS);
        online = within("online", online, LONGEST_ONLINE);
        if (!online.isEmpty() && !online.matches("https?://[^\\s\"'<>]+")) {
            throw new Problem.Invalid("online", "problem.event-online");
        }
    }

    /** Where nobody said in which town. */
    public Venue(String name, String address, boolean hidden, String access, String online) {
        this(name, address, Locality.NONE, hidden, access, online);
    }

    public Venue in(Locality where) {
        return new Venue(name, address, where, hidden, access, online);
    }

    private static String within(String field, String text, int most) {
        String stripped = text.strip();
        if (stripped.length() > most) throw new Problem.Invalid(field, "problem.too-long", most);
        return stripped;
    }

    /** In one line: the name, the address where it may be told, and the town where the address does not say it. */
    public String line(boolean coming) {
        String told = coming || !hidden ? address : "";
        boolean saysTown =
                told.toLowerCase(Locale.ROOT).contains(locality.town().toLowerCase(Locale.ROOT));
        return Stream.of(name, told, saysTown ? "" : locality.town())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
