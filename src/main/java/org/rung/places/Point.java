package org.rung.places;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rung.common.Problem;

/** A place on Earth in degrees (WGS 84), to a sixth of a second of arc: some ten centimetres. */
public record Point(double latitude, double longitude) {
    private static final double MILES_OF_EARTH = 3_958.8;
    private static final Pattern WRITTEN = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{1,15})?");

    public Point {
        if (!(Math.abs(latitude) <= 90)) throw new Problem.Invalid("latitude", "problem.from-to", -90, 90);
        if (!(Math.abs(longitude) <= 180)) throw new Problem.Invalid("longitude", "problem.from-to", -180, 180);
        latitude = rounded(latitude);
        longitude = rounded(longitude);
    }

    /** From what a list says in two cells; empty when either says nothing, and for 0, 0, which means that nobody knew. */
    public static Optional<Point> read(String latitude, String longitude) {
        if (latitude.isBlank() || longitude.isBlank()) return Optional.empty();
        var point = new Point(number("latitude", latitude), number("longitude", longitude));
        return point.latitude == 0 && point.longitude == 0 ? Optional.empty() : Optional.of(point);
    }

    static double number(String field, String written) {
        var plain = written.strip();
        if (!WRITTEN.matcher(plain).matches()) throw new Problem.Invalid(field, "problem.degrees");
        return Double.parseDouble(plain);
    }

    /** To a hundredth of a degree, about a kilometre: for whoever may know the part of a town and not the house. */
    public Point coarse() {
        return new Point(Math.round(latitude * 100) / 100.0, Math.round(longitude * 100) / 100.0);
    }

    /** As the crow flies. */
    public double milesTo(Point other) {
        double up = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        double across = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double half = up * up
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * across * across;
        return 2 * MILES_OF_EARTH * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    /** Such as 37.801230,-122.272010. */
    public String text() {
        return String.format(Locale.ROOT, "%.6f,%.6f", latitude, longitude);
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
