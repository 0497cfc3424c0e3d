package org.rung.places;

import java.util.List;

/** Several rings as one outline: islands beside each other, holes within. */
final class Rings {
    private Rings() {}

    static boolean around(List<Ring> rings, Point point) {
        boolean inside = false;
        for (var ring : rings) if (ring.around(point)) inside = !inside;
        return inside;
    }

    static Area.Share share(List<Ring> rings, Box square) {
        for (var ring : rings) if (ring.touches(square)) return Area.Share.SOME;
        return around(rings, square.middle()) ? Area.Share.ALL : Area.Share.NONE;
    }

    static Box box(List<Ring> rings) {
        return rings.stream().map(Ring::box).reduce(Box::with).orElseThrow();
    }
}
