package org.rung.texting.ui;

import tools.jackson.databind.json.JsonMapper;

/** How the desk's custom elements are told things. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
