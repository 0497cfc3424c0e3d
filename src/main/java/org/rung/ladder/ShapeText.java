package org.rung.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Id;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The shape of a ladder as it is stored; rules as {@link RuleText} writes them. */
final class ShapeText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ShapeText() {}

    static String write(Shape shape) {
        ObjectNode root = JSON.createObjectNode();
        var rungs = root.putArray("rungs");
        for (Rung rung : shape.rungs()) {
            ObjectNode node = rungs.addObject()
                    .put("id", rung.rungId().text())
                    .put("name", rung.name())
                    .put("blurb", rung.blurb())
                    .put("confirmed", rung.confirmed());
            rung.rule().ifPresent(rule -> node.put("rule", RuleText.write(rule)));
        }
        ObjectNode gone = root.putObject("gone");
        shape.gone().forEach((from, to) -> gone.put(from.text(), to.text()));
        return root.toString();
    }

    static Shape read(String text) {
        JsonNode root = JSON.readTree(text);
        List<Rung> rungs = new ArrayList<>();
        for (JsonNode node : root.path("rungs")) {
            rungs.add(new Rung(
                    id(node.path("id").asString()),
                    rungs.size() + 1,
                    node.path("name").asString(),
                    node.path("blurb").asString(),
                    node.has("rule")
                            ? Optional.of(RuleText.read(node.path("rule").asString()))
                            : Optional.empty(),
                    node.path("confirmed").asBoolean()));
        }
        Map<RungId, RungId> gone = new HashMap<>();
        for (String from : root.path("gone").propertyNames()) {
            gone.put(id(from), id(root.path("gone").path(from).asString()));
        }
        return new Shape(rungs, gone);
    }

    private static RungId id(String text) {
        return new RungId(Id.parse("rungs", text));
    }
}
