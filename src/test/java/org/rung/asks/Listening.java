package org.rung.asks;

import org.springframework.context.ApplicationContext;

/** The job that hears silence, for tests of other rooms. */
public final class Listening {
    private Listening() {}

    public static void to(ApplicationContext house) {
        while (house.getBean(Silences.class).hear(100)) {}
    }
}
