package org.rung.places;

import java.util.List;

/** A closed line through corners; the last is joined with the first. */
record Ring(List<Point> corners) {
    Ring {
        corners = List.copyOf(corners);
    }

    Box box() {
        double south = 90;
        double west = 180;
        double north = -90;
        double east = -180;
        for (var corner : corners) {
            south = Math.min(south, corner.latitude());
            north = Math.max(north, corner.latitude());
            west = Math.min(west, corner.longitude());
            east = Math.max(east, corner.longitude());
        }
        return new Box(south, west, north, east);
    }

    /** Whether a ray from the point to the east crosses the line an odd number of times. */
    boolean around(Point point) {
        boolean inside = false;
        for (int i = 0; i < corners.size(); i++) {
            var a = corners.get(i);
            var b = corners.get((i + 1) % corners.size());
            if (a.latitude() > point.latitude() == b.latitude() > point.latitude()) continue;
            double at = a.longitude()
                    + (point.latitude() - a.latitude())
                            / (b.latitude() - a.latitude())
                            * (b.longitude() - a.longitude());
            if (point.longitude() < at) inside = !inside;
        }
        return inside;
    }

    boolean touches(Box box) {
        for (int i = 0; i < corners.size(); i++)
            if (touches(box, corners.get(i), corners.get((i + 1) % corners.size()))) return true;
        return false;
    }

    /** Whether anything of the side from a to b lies in the box (clipped as Liang and Barsky do). */
    private static boolean touches(Box box, Point a, Point b) {
        double across = b.longitude() - a.longitude();
        double up = b.latitude() - a.latitude();
        double[] towards = {-across, across, -up, up};
        double[] room = {
            a.longitude() - box.west(),
            box.east() - a.longitude(),
            a.latitude() - box.south(),
            box.north() - a.latitude()
        };
        double from = 0;
        double until = 1;
        for (int side = 0; side < 4; side++) {
            if (towards[side] == 0) {
                if (room[side] < 0) return false;
                continue;
            }
            double at = room[side] / towards[side];
            if (towards[side] < 0) from = Math.max(from, at);
            else until = Math.min(until, at);
            if (from > until) return false;
        }
        return true;
    }

    boolean crossesItself() {
        int n = corners.size();
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++) {
                // Neighbouring sides share a corner.
                if (j == i + 1 || i == 0 && j == n - 1) continue;
                if (cross(corners.get(i), corners.get(i + 1), corners.get(j), corners.get((j + 1) % n))) return true;
            }
        return false;
    }

    private static boolean cross(Point a, Point b, Point c, Point d) {
        return turn(a, b, c) != turn(a, b, d) && turn(c, d, a) != turn(c, d, b);
    }

    private static int turn(Point a, Point b, Point c) {
        return (int) Math.signum((b.longitude() - a.longitude()) * (c.latitude() - a.latitude())
                - (b.latitude() - a.latitude()) * (c.longitude() - a.longitude()));
    }

    /** In square degrees. */
    double size() {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            var a = corners.get(i);
            var b = corners.get((i + 1) % corners.size());
            twice += a.longitude() * b.latitude() - b.longitude() * a.latitude();
        }
        return Math.abs(twice) / 2;
    }
}
