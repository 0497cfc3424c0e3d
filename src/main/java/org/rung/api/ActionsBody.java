package org.rung.api;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** One action or a list of them, as the body has it. */
@JsonDeserialize(using = ActionsBody.OneOrMany.class)
record ActionsBody(List<ActionBody> actions, boolean single) {

    static class OneOrMany extends ValueDeserializer<ActionsBody> {
        @Override
        public ActionsBody deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return new ActionsBody(List.of(context.readValue(parser, ActionBody.class)), true);
            }
            List<ActionBody> many = context.readValue(
                    parser, context.getTypeFactory().constructType(new TypeReference<List<ActionBody>>() {}));
            return new ActionsBody(many, false);
        }
    }
}
