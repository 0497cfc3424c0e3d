package org.rung.links;

/**
 * Somebody asks for a link.
 *
 * @param code as it stood in the path
 * @param host the name that was asked, without its port
 * @param address where the question came from; it is never stored
 * @param pressed whether the button of the page in between was pressed
 * @param purpose what a browser that reads ahead says of itself; empty like all that was not said
 */
public record Knock(
        String code,
        String host,
        String address,
        boolean head,
        boolean pressed,
        boolean secure,
        String userAgent,
        String accept,
        String purpose,
        String fetchMode,
        String fetchDest) {}
