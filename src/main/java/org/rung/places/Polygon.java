package org.rung.places;

import java.util.List;
import java.util.stream.Collectors;
import org.rung.common.Problem;

/** What somebody drew around a part of a map, corner by corner. */
public record Polygon(List<Point> corners) implements Area {
    public static final int MOST_CORNERS = 80;
    /** A block of a town is larger. */
    private static final double SMALLEST = 1e-7;

    private static final double WIDEST = 90;

    public Polygon {
        if (corners.size() < 3 || corners.size() > MOST_CORNERS)
            throw new Problem.Invalid("filter", "problem.area-corners", 3, MOST_CORNERS);
        corners = List.copyOf(corners);
        var ring = new Ring(corners);
        if (ring.crossesItself()) throw new Problem.Invalid("filter", "problem.area-crossed");
        if (ring.size() < SMALLEST) throw new Problem.Invalid("filter", "problem.area-small");
        if (ring.box().east() - ring.box().west() > WIDEST) throw new Problem.Invalid("filter", "problem.area-wide");
    }

    @Override
    public boolean contains(Point point) {
        return new Ring(corners).around(point);
    }

    @Override
    public Box box() {
        return new Ring(corners).box();
    }

    @Override
    public Share of(Box square) {
        return Rings.share(List.of(new Ring(corners)), square);
    }

    @Override
    public String text() {
        return "polygon " + corners.stream().map(Point::text).collect(Collectors.joining(" "));
    }
}
