package org.rung.reports;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.rung.ladder.LadderKind;
import org.rung.people.PeoplePaths;

/** The people behind a number, as the list of supporters is asked for them. */
final class PeopleLinks {
    private PeopleLinks() {}

    static String on(LadderKind ladder, int position) {
        return asked("rung", ladder.name(), "", Integer.toString(position));
    }

    /** @param move {@code up}, {@code down}, or from where to where: {@code 2>3} */
    static String moved(LadderKind ladder, String move, String days) {
        return asked("moved", ladder.name() + ":" + move, "DURING", days);
    }

    static String did(String type, String days) {
        return asked("acted", type, "DURING", days);
    }

    static String promised(String state, String days) {
        return asked("promised", state, "DURING", days);
    }

    /** What a filter knows of a campaign: texted, replied, opted_out_in. */
    static String of(String kind, String campaign) {
        return asked(kind, "", "", campaign);
    }

    static String from(String source) {
        return asked("source", "", "", source);
    }

    private static String asked(String kind, String key, String compare, String value) {
        return PeoplePaths.SUPPORTERS + "?kind=" + kind
                + (key.isEmpty() ? "" : "&key=" + encoded(key))
                + (compare.isEmpty() ? "" : "&compare=" + compare)
                + "&value=" + encoded(value);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
