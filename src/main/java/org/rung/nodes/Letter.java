package org.rung.nodes;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one node tells the others.
 *
 * @param node who tells it, so that it can pass over its own
 * @param missed that some news could not be told
 */
record Letter(String node, boolean missed, List<News> news) {
    /** Longer ones are not worth their way: whoever looks anew reads less. */
    private static final int LONGEST = 200_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record News(String announcement, JsonNode content) {}

    static Letter of(String node, Collection<?> announcements) {
        return new Letter(
                node,
                false,
                announcements.stream()
                        .map(one -> new News(one.getClass().getName(), JSON.valueToTree(one)))
                        .toList());
    }

    static Letter missed(String node) {
        return new Letter(node, true, List.of());
    }

    String json() {
        String json = JSON.writeValueAsString(this);
        return json.length() <= LONGEST ? json : JSON.writeValueAsString(missed(node));
    }

    static Letter read(String json) {
        return JSON.readValue(json, Letter.class);
    }

    /** Nothing where this node does not know of such news, or in another shape: an older one beside a newer one. */
    static Optional<Object> open(News news, Class<?> as) {
        try {
            return Optional.of(JSON.treeToValue(news.content(), as));
        } catch (JacksonException otherShape) {
            return Optional.empty();
        }
    }
}
