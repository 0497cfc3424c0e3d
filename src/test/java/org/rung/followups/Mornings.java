package org.rung.followups;

import org.springframework.context.ApplicationContext;

/** What the clock does each minute, for the stories of other rooms. */
public final class Mornings {
    private Mornings() {}

    public static void bringBack(ApplicationContext house, int atOnce) {
        var returns = house.getBean(FollowUpReturns.class);
        while (returns.bringBack(atOnce)) {}
    }
}
