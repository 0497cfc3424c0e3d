package org.rung.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rung.common.Problem;

/**
 * Areas as they are stored and spoken of outside: {@code polygon 37.8,-122.3 37.9,-122.2 37.8,-122.1}, {@code circle
 * 37.8,-122.3 5} and {@code near US 94601 5} in miles, {@code county 06001}.
 */
public final class Areas {
    private Areas() {}

    /** @throws Problem.Invalid for what is no area, a county or postal code that nobody knows, or a polygon that crosses itself */
    public static Area read(String text) {
        var words = List.of(text.strip().split("\\s+"));
        return switch (words.getFirst().toLowerCase(Locale.ROOT)) {
            case "polygon" -> {
                var corners = new ArrayList<Point>();
                for (var word : words.subList(1, words.size())) corners.add(point(word));
                yield new Polygon(corners);
            }
            case "circle" -> {
                if (words.size() != 3) throw nonsense();
                yield new Circle(point(words.get(1)), miles(words.get(2)));
            }
            case "near" -> {
                if (words.size() != 4) throw nonsense();
                var country = words.get(1).toUpperCase(Locale.ROOT);
                var middle = PostalCodes.find(country, words.get(2))
                        .orElseThrow(() -> new Problem.Invalid("filter", "problem.area-postal", words.get(2)));
                yield new Circle(middle, miles(words.get(3)));
            }
            case "county" -> {
                if (words.size() != 2) throw nonsense();
                yield Counties.find(words.get(1))
                        .orElseThrow(() -> new Problem.Invalid("filter", "problem.area-county", words.get(1)));
            }
            default -> throw nonsense();
        };
    }

    /** @throws Problem.Invalid for miles or a code that {@link #read} would refuse */
    public static String near(String country, String postalCode, String miles) {
        var text = "near " + country + " " + postalCode.replaceAll("\\s", "") + " " + miles.strip();
        read(text);
        return text;
    }

    private static Point point(String word) {
        var comma = word.indexOf(',');
        if (comma < 0) throw nonsense();
        return new Point(
                Point.number("latitude", word.substring(0, comma)),
                Point.number("longitude", word.substring(comma + 1)));
    }

    private static double miles(String word) {
        if (!word.matches("\\d{1,4}(\\.\\d{1,6})?"))
            throw new Problem.Invalid("miles", "problem.area-miles", Circle.MOST_MILES);
        return Double.parseDouble(word);
    }

    private static Problem.Invalid nonsense() {
        return new Problem.Invalid("filter", "problem.area");
    }
}
