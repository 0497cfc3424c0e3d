package org.rung.events;

/** Where events live: the organizers' screens, and what everyone may open. */
public final class EventsPaths {
    public static final String EVENTS = "events";
    public static final String NEW_EVENT = EVENTS + "/new";

    private EventsPaths() {}

    public static String event(EventId eventId) {
        return EVENTS + "/" + eventId.text();
    }

    public static String edit(EventId eventId) {
        return event(eventId) + "/edit";
    }

    public static String poster(EventId eventId) {
        return event(eventId) + "/poster";
    }

    /** The page for everyone. */
    public static String open(String code) {
        return "e/" + code;
    }

    /** A guest's own page: what they said, and how to change it. */
    public static String guest(String token) {
        return "r/" + token;
    }

    /** The list at the door, and the host's own page. */
    public static String door(String token) {
        return "door/" + token;
    }

    /** What a guest shows at the door, for a host's phone to open. */
    public static String pass(String token) {
        return "door/pass/" + token;
    }

    /** What guests open at the door to check themselves in. */
    public static String here(String code, String pin) {
        return open(code) + "/here/" + pin;
    }
}
