package org.rung.filters;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rung.common.Problem;
import org.rung.places.Area;
import org.rung.places.Areas;
import org.rung.places.Circle;
import org.rung.places.Counties;
import org.rung.places.County;
import org.rung.places.Point;
import org.rung.places.Polygon;

/** Areas while they are chosen: those that stand, and the corners of one that is being drawn. */
class AreaDraft {
    /** What a press on the map means. */
    enum Means {
        CORNER,
        MIDDLE,
        COUNTY
    }

    private final Set<String> areas = new LinkedHashSet<>();
    private final List<Point> corners = new ArrayList<>();

    AreaDraft(List<String> given) {
        areas.addAll(given);
    }

    /** @throws Problem.Invalid for a press that means nothing, such as for a county in the sea */
    void press(Means means, Point point, double miles) {
        switch (means) {
            case CORNER -> {
                if (corners.size() == Polygon.MOST_CORNERS)
                    throw new Problem.Invalid("filter", "problem.area-corners", 3, Polygon.MOST_CORNERS);
                corners.add(point);
            }
            case MIDDLE -> areas.add(new Circle(point, miles).text());
            case COUNTY -> toggle(county(point));
        }
    }

    private static County county(Point point) {
        return Counties.at(point).orElseThrow(() -> new Problem.Invalid("filter", "problem.area-no-county"));
    }

    private void toggle(County county) {
        if (!areas.remove(county.text())) areas.add(county.text());
    }

    /** @throws Problem.Invalid for what is no area */
    void add(String text) {
        areas.add(Areas.read(text) instanceof County county ? county.text() : text);
    }

    void remove(String area) {
        areas.remove(area);
    }

    /** Takes the last corner back; false when there is none. */
    boolean undo() {
        if (corners.isEmpty()) return false;
        corners.removeLast();
        return true;
    }

    /** Makes an area of what was drawn. @throws Problem.Invalid when it is none */
    void close() {
        if (corners.isEmpty()) return;
        areas.add(new Polygon(corners).text());
        corners.clear();
    }

    List<Point> corners() {
        return List.copyOf(corners);
    }

    List<String> chosen() {
        return List.copyOf(areas);
    }

    List<Area> areas() {
        return areas.stream().map(Areas::read).toList();
    }

    /** With what is drawn so far, where that makes an area. */
    List<String> soFar() {
        var all = new ArrayList<>(areas);
        drawn().map(Area::text).ifPresent(all::add);
        return all;
    }

    private Optional<Area> drawn() {
        if (corners.size() < 3) return Optional.empty();
        try {
            return Optional.of(new Polygon(corners));
        } catch (Problem.Invalid notYet) {
            return Optional.empty();
        }
    }
}
