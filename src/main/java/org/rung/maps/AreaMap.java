package org.rung.maps;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.common.Problem;
import org.rung.places.Area;
import org.rung.places.Box;
import org.rung.places.Circle;
import org.rung.places.County;
import org.rung.places.Point;
import org.rung.places.Polygon;
import tools.jackson.databind.json.JsonMapper;

/**
 * A map of outlines with people as dots and areas as shapes. It tells where it was pressed, also by the Enter key in its
 * middle, and what it shows; what that means, its screen decides.
 */
@Tag("rung-map")
@JavaScript("context://elements/map.js")
public class AreaMap extends Component implements HasSize, HasStyle {
    private static final JsonMapper JSON = new JsonMapper();

    public AreaMap(Optional<TileServer> tiles) {
        this(tiles, "");
    }

    /** @param label what it shows and how it is moved, for whoever does not see it; empty for one that is pressed */
    public AreaMap(Optional<TileServer> tiles, String label) {
        attribute("words", words(label));
        getElement().setAttribute("outlines", Outlines.VERSION);
        tiles.ifPresent(server -> {
            getElement().setAttribute("tiles", server.address());
            getElement().setAttribute("credit", server.credit());
        });
    }

    private Map<String, String> words(String label) {
        var words = new LinkedHashMap<String, String>();
        words.put("map", label.isEmpty() ? getTranslation("maps.map") : label);
        words.put("in", getTranslation("maps.in"));
        words.put("out", getTranslation("maps.out"));
        words.put("credit", getTranslation("maps.credit"));
        words.put("away", getTranslation(label.isEmpty() ? "maps.away" : "maps.away.plain"));
        return words;
    }

    /** Dots, the larger the more people; said is what each says when it is pointed at. */
    public void people(List<Cluster> clusters, java.util.function.Function<Cluster, String> said) {
        attribute(
                "people",
                clusters.stream()
                        .map(each -> drawn(new Dot(each.point(), each.people(), said.apply(each))))
                        .toList());
    }

    /** Dots to be looked at, with all of them in view: pressing it means nothing, and the page's wheel stays the page's. */
    public void only(List<Dot> dots) {
        getElement().setAttribute("plain", true);
        attribute("people", dots.stream().map(AreaMap::drawn).toList());
        if (!dots.isEmpty()) show(PlainMap.around(dots));
    }

    /** As the element reads it. */
    record Drawn(double latitude, double longitude, long people, String said) {}

    static Drawn drawn(Dot dot) {
        return new Drawn(dot.point().latitude(), dot.point().longitude(), dot.many(), dot.said());
    }

    /** The areas that are chosen. */
    public void areas(List<Area> areas) {
        attribute("areas", areas.stream().map(AreaMap::shape).toList());
    }

    /** The corners of what is being drawn. */
    public void corners(List<Point> corners) {
        attribute("corners", corners.stream().map(AreaMap::pair).toList());
    }

    /** Whether each county has its outline, else only when they are large. */
    public void counties(boolean shown) {
        getElement().setAttribute("counties", shown);
    }

    public void show(Box box) {
        attribute("box", corners(box));
    }

    static List<List<Double>> corners(Box box) {
        return List.of(List.of(box.south(), box.west()), List.of(box.north(), box.east()));
    }

    private static Map<String, Object> shape(Area area) {
        return switch (area) {
            case Circle circle -> Map.of("middle", pair(circle.middle()), "meters", circle.miles() * 1_609.344);
            case Polygon polygon ->
                Map.of(
                        "rings",
                        List.of(polygon.corners().stream().map(AreaMap::pair).toList()));
            case County county -> Map.of("county", county.code());
            case Box box ->
                Map.of(
                        "rings",
                        List.of(List.of(
                                List.of(box.south(), box.west()),
                                List.of(box.south(), box.east()),
                                List.of(box.north(), box.east()),
                                List.of(box.north(), box.west()))));
        };
    }

    private static List<Double> pair(Point point) {
        return List.of(point.latitude(), point.longitude());
    }

    private void attribute(String name, Object value) {
        getElement().setAttribute(name, JSON.writeValueAsString(value));
    }

    public void onPress(Consumer<Point> pressed) {
        addListener(Pressed.class, event -> event.point().ifPresent(pressed));
    }

    /** Told when it is first drawn, and whenever it was moved. */
    public void onMove(Consumer<Look> moved) {
        addListener(Moved.class, event -> event.look().ifPresent(moved));
    }

    @DomEvent("map-pressed")
    public static class Pressed extends ComponentEvent<AreaMap> {
        private final double latitude;
        private final double longitude;

        public Pressed(
                AreaMap source,
                boolean fromClient,
                @EventData("event.detail.latitude") double latitude,
                @EventData("event.detail.longitude") double longitude) {
            super(source, fromClient);
            this.latitude = latitude;
            this.longitude = longitude;
        }

        /** Empty for what no map can say. */
        Optional<Point> point() {
            try {
                return Optional.of(new Point(latitude, longitude));
            } catch (Problem.Invalid nonsense) {
                return Optional.empty();
            }
        }
    }

    @DomEvent("map-moved")
    public static class Moved extends ComponentEvent<AreaMap> {
        private final double south;
        private final double west;
        private final double north;
        private final double east;
        private final int zoom;

        public Moved(
                AreaMap source,
                boolean fromClient,
                @EventData("event.detail.south") double south,
                @EventData("event.detail.west") double west,
                @EventData("event.detail.north") double north,
                @EventData("event.detail.east") double east,
                @EventData("event.detail.zoom") int zoom) {
            super(source, fromClient);
            this.south = south;
            this.west = west;
            this.north = north;
            this.east = east;
            this.zoom = zoom;
        }

        Optional<Look> look() {
            try {
                return Optional.of(new Look(new Box(south, west, north, east), zoom));
            } catch (Problem.Invalid nonsense) {
                return Optional.empty();
            }
        }
    }
}
