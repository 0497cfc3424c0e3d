package org.rung.places;

import java.util.List;
import java.util.Locale;
import org.rung.common.Problem;

/** Everything within so many miles of a point. */
public record Circle(Point middle, double miles) implements Area {
    public static final int MOST_MILES = 500;
    private static final double MILES_A_DEGREE = 69.05;

    public Circle {
        if (!(miles >= 0.1 && miles <= MOST_MILES))
            throw new Problem.Invalid("miles", "problem.area-miles", MOST_MILES);
        miles = Math.round(miles * 100) / 100.0;
    }

    @Override
    public boolean contains(Point point) {
        return middle.milesTo(point) <= miles;
    }

    @Override
    public Box box() {
        double up = miles / MILES_A_DEGREE;
        double across = Math.min(180, up / Math.max(0.01, Math.cos(Math.toRadians(middle.latitude()))));
        return new Box(
                Math.max(-90, middle.latitude() - up),
                Math.max(-180, middle.longitude() - across),
                Math.min(90, middle.latitude() + up),
                Math.min(180, middle.longitude() + across));
    }

    @Override
    public Share of(Box square) {
        // Near the poles the nearest point of a square is not where its degrees say; nobody to text lives there.
        if (box().of(square) == Share.NONE || !contains(square.nearest(middle))) return Share.NONE;
        var corners = List.of(
                new Point(square.south(), square.west()),
                new Point(square.south(), square.east()),
                new Point(square.north(), square.west()),
                new Point(square.north(), square.east()));
        return corners.stream().allMatch(this::contains) ? Share.ALL : Share.SOME;
    }

    @Override
    public String text() {
        return "circle " + middle.text() + " " + String.format(Locale.ROOT, "%.2f", miles);
    }
}
