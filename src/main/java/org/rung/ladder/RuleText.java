package org.rung.ladder;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.commitments.AskFamily;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.ladder.Rule.Evidence;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules as they are stored: {@code {"anyOf": [{"allOf": [{"find": "COUNT", "of": ["ATTENDED"], "atLeast": 1, "days": 120,
 * "verified": "SYSTEM", "quantity": 1}]}]}}.
 */
final class RuleText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 20_000;

    private RuleText() {}

    static String write(Rule rule) {
        ObjectNode root = JSON.createObjectNode();
        var ways = root.putArray("anyOf");
        for (Rule.Way way : rule.anyOf()) {
            var all = ways.addObject().putArray("allOf");
            way.allOf().forEach(evidence -> write(all.addObject(), evidence));
        }
        return root.toString();
    }

    private static void write(ObjectNode node, Evidence evidence) {
        switch (evidence) {
            case Evidence.Count(var of, var atLeast, var days, var verified, var quantity) ->
                names(node.put("find", "COUNT"), of)
                        .put("atLeast", atLeast)
                        .put("days", days)
                        .put("verified", verified.name())
                        .put("quantity", quantity);
            case Evidence.Sum(var of, var atLeast, var days, var verified) ->
                names(node.put("find", "SUM"), of)
                        .put("atLeast", atLeast)
                        .put("days", days)
                        .put("verified", verified.name());
            case Evidence.Has(var of, var days, var verified, var quantity) ->
                names(node.put("find", "HAS"), of)
                        .put("days", days)
                        .put("verified", verified.name())
                        .put("quantity", quantity);
            case Evidence.Kept(var of, var atLeast, var days) ->
                names(node.put("find", "KEPT"), of).put("atLeast", atLeast).put("days", days);
        }
    }

    private static ObjectNode names(ObjectNode node, Set<? extends Enum<?>> of) {
        var array = node.putArray("of");
        new TreeSet<>(of).forEach(one -> array.add(one.name()));
        return node;
    }

    /** @throws Problem.Invalid that says what is wrong and where */
    static Rule read(String text) {
        if (text.length() > LONGEST) {
            throw wrong("problem.too-long", LONGEST);
        }
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            throw wrong("problem.script-json");
        }
        only(root, Sentence.of("problem.rule-whole"), Set.of("anyOf"));
        List<Rule.Way> ways = new ArrayList<>();
        for (JsonNode way : list(root, "anyOf")) {
            only(way, Sentence.of("problem.rule-way"), Set.of("allOf"));
            List<Evidence> all = new ArrayList<>();
            list(way, "allOf").forEach(node -> all.add(evidence(node)));
            ways.add(new Rule.Way(all));
        }
        return new Rule(ways);
    }

    private static Evidence evidence(JsonNode node) {
        String find = node.path("find").isString() ? node.path("find").asString() : "";
        return switch (find) {
            case "COUNT" -> {
                only(node, "COUNT", Set.of("find", "of", "atLeast", "days", "verified", "quantity"));
                yield new Evidence.Count(
                        of(node, ActionType.class),
                        size(node, "atLeast", null),
                        size(node, "days", null),
                        verified(node),
                        number(node, "quantity", 1L));
            }
            case "SUM" -> {
                only(node, "SUM", Set.of("find", "of", "atLeast", "days", "verified"));
                yield new Evidence.Sum(
                        of(node, ActionType.class),
                        number(node, "atLeast", null),
                        size(node, "days", null),
                        verified(node));
            }
            case "HAS" -> {
                only(node, "HAS", Set.of("find", "of", "days", "verified", "quantity"));
                yield new Evidence.Has(
                        of(node, ActionType.class),
                        size(node, "days", null),
                        verified(node),
                        number(node, "quantity", 1L));
            }
            case "KEPT" -> {
                only(node, "KEPT", Set.of("find", "of", "atLeast", "days"));
                yield new Evidence.Kept(of(node, AskFamily.class), size(node, "atLeast", 1L), size(node, "days", null));
            }
            default -> throw wrong("problem.rule-find");
        };
    }

    private static JsonNode list(JsonNode node, String name) {
        JsonNode list = node.path(name);
        if (!list.isArray()) {
            throw wrong("problem.rule-list", name);
        }
        return list;
    }

    private static <E extends Enum<E>> Set<E> of(JsonNode node, Class<E> type) {
        Set<E> of = EnumSet.noneOf(type);
        for (JsonNode name : list(node, "of")) {
            of.add(one(type, name.isString() ? name.asString() : ""));
        }
        return of;
    }

    private static Verification verified(JsonNode node) {
        return node.has("verified")
                ? one(Verification.class, node.path("verified").asString())
                : Verification.SELF;
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        String known = EnumSet.allOf(type).toString().toUpperCase(Locale.ROOT);
        throw wrong("problem.rule-unknown", known);
    }

    private static int size(JsonNode node, String name, @Nullable Long otherwise) {
        long number = number(node, name, otherwise);
        if (number > Integer.MAX_VALUE || number < Integer.MIN_VALUE) {
            throw wrong("problem.rule-large", name);
        }
        return (int) number;
    }

    private static long number(JsonNode node, String name, @Nullable Long otherwise) {
        JsonNode number = node.path(name);
        if (number.isMissingNode() && otherwise != null) {
            return otherwise;
        }
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw wrong("problem.rule-number", name);
        }
        return number.asLong();
    }

    private static void only(JsonNode node, Object what, Set<String> names) {
        if (!node.isObject()) {
            throw wrong("problem.rule-else", what);
        }
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw wrong("problem.rule-field", what, new TreeSet<>(names).toString());
            }
        }
    }

    private static Problem.Invalid wrong(String key, Object... arguments) {
        return new Problem.Invalid("rule", key, arguments);
    }
}
