package org.rung.places;

import java.util.List;
import org.rung.common.Problem;

/** What a map shows, or the square around something: degrees, none of it beyond the 180th meridian. */
public record Box(double south, double west, double north, double east) implements Area {
    public Box {
        boolean right = -90 <= south && south <= north && north <= 90 && -180 <= west && west <= east && east <= 180;
        if (!right) throw new Problem.Invalid("box", "problem.box");
    }

    /** Fewer runs than {@link #runs}, and somewhat more than the box: for whoever only wants nothing of it left out. */
    public List<SpotRun> around() {
        return Cover.around(this);
    }

    /** Both, and what lies between. */
    public Box with(Box other) {
        return new Box(
                Math.min(south, other.south),
                Math.min(west, other.west),
                Math.max(north, other.north),
                Math.max(east, other.east));
    }

    Point middle() {
        return new Point((south + north) / 2, (west + east) / 2);
    }

    /** The point of it that is nearest to that one. */
    Point nearest(Point point) {
        return new Point(Math.clamp(point.latitude(), south, north), Math.clamp(point.longitude(), west, east));
    }

    @Override
    public Box box() {
        return this;
    }

    @Override
    public boolean contains(Point point) {
        return south <= point.latitude()
                && point.latitude() <= north
                && west <= point.longitude()
                && point.longitude() <= east;
    }

    @Override
    public Share of(Box square) {
        if (square.north < south || square.south > north || square.east < west || square.west > east) return Share.NONE;
        boolean whole = south <= square.south && square.north <= north && west <= square.west && square.east <= east;
        return whole ? Share.ALL : Share.SOME;
    }

    @Override
    public String text() {
        return "box " + new Point(south, west).text() + " " + new Point(north, east).text();
    }
}
