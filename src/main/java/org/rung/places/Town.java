package org.rung.places;

/**
 * A town and where its middle is.
 *
 * @param region such as CA
 */
public record Town(String name, String region, Point middle) {
    /** Such as Oakland, CA. */
    public String shown() {
        return name + ", " + region;
    }
}
