package org.rung.texting;

import java.util.Set;

/**
 * Who is to be texted by somebody who writes their language, as it is for one texter at one moment.
 *
 * @param mine languages that the texter writes beside the usual one: whoever speaks them comes first
 * @param others those that another texter of the campaign writes, who is at work and has room: whoever speaks them is left
 */
record Tongues(Set<String> mine, Set<String> others) {
    static final Tongues NONE = new Tongues(Set.of(), Set.of());

    Tongues {
        mine = Set.copyOf(mine);
        others = Set.copyOf(others);
    }
}
