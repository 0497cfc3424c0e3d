package org.rung.maps;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rung.common.Sentence;
import org.rung.places.Box;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The map on a page that is not made of Vaadin: our element with its dots, to be looked at and not to be pressed. Without
 * scripts it is not there, so that whatever it shows stands on the page in words too.
 */
public final class PlainMap {
    /** What the page needs in its head. */
    public static final String HEAD =
            "<link rel=\"stylesheet\" href=\"/styles/maps.css\">" + "<script defer src=\"/elements/map.js\"></script>";

    /** What the page's policy must allow beside what it allows: our own script, which fetches our own outlines. */
    public static final String POLICY = " script-src 'self'; connect-src 'self';";

    private static final JsonMapper JSON = new JsonMapper();

    /** Some ten miles around what is shown. */
    private static final double MARGIN = 0.15;

    private PlainMap() {}

    /**
     * @param label what it is and how it is moved, for whoever does not see it
     * @param dots at least one
     */
    public static String tag(Locale language, Sentence label, List<Dot> dots) {
        var words = Map.of(
                "map", label.in(language),
                "in", Sentence.of("maps.in").in(language),
                "out", Sentence.of("maps.out").in(language),
                "credit", Sentence.of("maps.credit").in(language),
                "away", Sentence.of("maps.away.plain").in(language));
        return "<rung-map plain outlines=\"" + Outlines.VERSION + "\"" + attribute("words", words)
                + attribute("people", dots.stream().map(AreaMap::drawn).toList())
                + attribute("box", AreaMap.corners(around(dots))) + "></rung-map>";
    }

    /** The part of the world in which all of them are; at least one. */
    static Box around(List<Dot> dots) {
        return dots.stream()
                .map(dot -> new Box(
                        Math.max(-90, dot.point().latitude() - MARGIN),
                        Math.max(-180, dot.point().longitude() - MARGIN),
                        Math.min(90, dot.point().latitude() + MARGIN),
                        Math.min(180, dot.point().longitude() + MARGIN)))
                .reduce(Box::with)
                .orElseThrow();
    }

    private static String attribute(String name, Object value) {
        return " " + name + "=\"" + HtmlUtils.htmlEscape(JSON.writeValueAsString(value), "UTF-8") + "\"";
    }
}
