package org.rung.places;

import java.util.List;

/**
 * A county of the United States, or what is as much as one, by the outline that maps here show.
 *
 * @param code its FIPS code, such as 06001
 * @param state such as CA
 */
public record County(String code, String name, String state, List<List<Point>> outline) implements Area {
    public County {
        outline = outline.stream().map(List::copyOf).toList();
    }

    private List<Ring> rings() {
        return outline.stream().map(Ring::new).toList();
    }

    /** Such as Alameda, CA. */
    public String shown() {
        return name + ", " + state;
    }

    @Override
    public boolean contains(Point point) {
        return Rings.around(rings(), point);
    }

    @Override
    public Box box() {
        return Rings.box(rings());
    }

    @Override
    public Share of(Box square) {
        return Rings.share(rings(), square);
    }

    @Override
    public String text() {
        return "county " + code;
    }
}
