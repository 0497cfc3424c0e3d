package org.rung.senders;

import java.util.OptionalLong;

/** How many people have a number, and how many it is meant for; empty: any number. */
public record Room(long people, OptionalLong places) {
    public boolean full() {
        return places.isPresent() && people >= places.getAsLong();
    }

    /** Of a hundred, and no more than that; nothing where there is no bound. */
    public int percent() {
        return places.isPresent() ? (int) Math.min(100, people * 100 / Math.max(1, places.getAsLong())) : 0;
    }

    long free() {
        return Math.max(0, places.orElse(Long.MAX_VALUE) - people);
    }
}
