package org.rung.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads maps/us.json, a TopoJSON file: lines that neighbours share, each as steps from its first point. */
final class Outlines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<List<Point>> arcs = new ArrayList<>();

    private Outlines(JsonNode file) {
        var scale = file.get("transform").get("scale");
        var start = file.get("transform").get("translate");
        for (var arc : file.get("arcs")) {
            var points = new ArrayList<Point>();
            long x = 0;
            long y = 0;
            for (var step : arc) {
                x += step.get(0).asLong();
                y += step.get(1).asLong();
                points.add(new Point(
                        Math.clamp(y * scale.get(1).asDouble() + start.get(1).asDouble(), -90, 90),
                        Math.clamp(x * scale.get(0).asDouble() + start.get(0).asDouble(), -180, 180)));
            }
            arcs.add(points);
        }
    }

    static List<County> counties() {
        try (InputStream in =
                Objects.requireNonNull(Outlines.class.getResourceAsStream("/META-INF/resources/maps/us.json"))) {
            var file = JSON.readTree(in);
            var outlines = new Outlines(file);
            var states = states(file.get("objects").get("states"));
            var counties = new ArrayList<County>();
            for (var each : file.get("objects").get("counties").get("geometries")) {
                var code = each.get("id").asString();
                var rings = outlines.rings(each);
                if (!rings.isEmpty())
                    counties.add(new County(
                            code,
                            each.get("properties").get("name").asString(),
                            states.getOrDefault(code.substring(0, 2), ""),
                            rings));
            }
            return counties;
        } catch (IOException e) {
            throw new UncheckedIOException("The outlines of counties cannot be read", e);
        }
    }

    private static Map<String, String> states(JsonNode states) {
        var names = new HashMap<String, String>();
        for (var each : states.get("geometries"))
            names.put(
                    each.get("id").asString(),
                    each.get("properties").get("short").asString());
        return names;
    }

    private List<List<Point>> rings(JsonNode geometry) {
        var rings = new ArrayList<List<Point>>();
        @Nullable JsonNode lines = geometry.get("arcs");
        if (lines == null) return rings;
        switch (geometry.get("type").asString()) {
            case "Polygon" -> lines.forEach(ring -> rings.add(ring(ring)));
            case "MultiPolygon" -> lines.forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
            default -> {}
        }
        return rings;
    }

    /** Each line goes on where the one before it ends; one that is counted backwards is walked backwards. */
    private List<Point> ring(JsonNode lines) {
        var corners = new ArrayList<Point>();
        for (var number : lines) {
            int at = number.asInt();
            var line = at < 0 ? arcs.get(~at).reversed() : arcs.get(at);
            corners.addAll(corners.isEmpty() ? line : line.subList(1, line.size()));
        }
        if (corners.size() > 1 && corners.getFirst().equals(corners.getLast())) corners.removeLast();
        return corners;
    }
}
