package org.rung.scripts;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rung.actions.ActionType;
import org.rung.commitments.AskFamily;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.events.EventId;
import org.rung.events.ShiftId;
import org.rung.media.AttachmentId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A script tree as JSON, as it is stored and as the API speaks it. Written out by hand, so that renaming a record
 * never changes what is stored.
 */
public final class ScriptJson {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(ScriptLimits.LONGEST_TEXT * 4)
                            .build())
                    .build())
            .build();

    private ScriptJson() {}

    public static String write(ScriptTree tree) {
        var json = JSON.createObjectNode();
        json.put("firstText", tree.firstText());
        if (!tree.wordings().isEmpty()) {
            var wordings = json.putArray("wordings");
            tree.wordings().forEach(wordings::add);
        }
        tree.picture().ifPresent(picture -> json.put("picture", picture.text()));
        tree.question().ifPresent(question -> json.set("question", question(question)));
        if (!tree.variants().isEmpty()) {
            var variants = json.putObject("variants");
            tree.variants().forEach((language, texts) -> {
                var said = variants.putObject(language);
                texts.forEach(said::put);
            });
        }
        return JSON.writeValueAsString(json);
    }

    /** @throws Problem.Invalid naming what cannot be taken */
    public static ScriptTree read(String json) {
        if (json.length() > ScriptLimits.LONGEST_JSON) throw new Problem.Invalid("script", "problem.script-big");
        try {
            return read(JSON.readTree(json));
        } catch (JacksonException broken) {
            throw new Problem.Invalid("script", "problem.script-json");
        }
    }

    /** @throws Problem.Invalid naming what cannot be taken */
    public static ScriptTree read(JsonNode json) {
        if (!json.isObject()) throw new Problem.Invalid("script", "problem.script-object");
        return new ScriptTree(
                text(json, "firstText"),
                wordings(json),
                picture(json),
                child(json, "question").map(node -> question(node, 1)),
                variants(json));
    }

    private static List<String> wordings(JsonNode json) {
        var wordings = new ArrayList<String>();
        for (var words : list(json, "wordings")) {
            if (!words.isString()) throw new Problem.Invalid("wordings", "problem.text");
            wordings.add(words.stringValue());
        }
        return wordings;
    }

    private static Map<String, Map<String, String>> variants(JsonNode json) {
        var variants = new LinkedHashMap<String, Map<String, String>>();
        child(json, "variants").ifPresent(all -> {
            for (var language : all.propertyNames()) {
                var said = new LinkedHashMap<String, String>();
                child(all, language).ifPresent(texts -> {
                    for (var place : texts.propertyNames()) said.put(place, text(texts, place));
                });
                variants.put(language, said);
            }
        });
        return variants;
    }

    private static ObjectNode question(Question question) {
        var json = JSON.createObjectNode();
        json.put("key", question.key()).put("words", question.words());
        var answers = json.putArray("answers");
        for (var answer : question.answers()) {
            var one = answers.addObject()
                    .put("key", answer.key())
                    .put("label", answer.label())
                    .put("reply", answer.reply());
            answer.picture().ifPresent(picture -> one.put("picture", picture.text()));
            var effects = one.putArray("effects");
            answer.effects().forEach(effect -> effects.add(effect(effect)));
            answer.next().ifPresent(next -> one.set("next", question(next)));
        }
        return json;
    }

    private static Question question(JsonNode json, int depth) {
        if (depth > ScriptLimits.DEEPEST) throw new Problem.Invalid("question", "problem.script-deep");
        var answers = new ArrayList<AnswerChoice>();
        for (var one : list(json, "answers")) {
            var effects = new ArrayList<Effect>();
            for (var effect : list(one, "effects")) effects.add(effect(effect));
            var next = child(one, "next").map(node -> question(node, depth + 1));
            answers.add(new AnswerChoice(
                    text(one, "key"), text(one, "label"), text(one, "reply"), picture(one), effects, next));
        }
        return new Question(text(json, "key"), text(json, "words"), answers);
    }

    private static Optional<AttachmentId> picture(JsonNode json) {
        var picture = text(json, "picture");
        return picture.isEmpty() ? Optional.empty() : Optional.of(new AttachmentId(Id.parse("picture", picture)));
    }

    private static ObjectNode effect(Effect effect) {
        var json = JSON.createObjectNode();
        switch (effect) {
            case Effect.AddTag add -> json.put("do", "tag").put("tag", add.tag());
            case Effect.RecordAction action ->
                json.put("do", "action").put("type", action.type().name());
            case Effect.Promise promise -> {
                json.put("do", "promise").put("family", promise.family().name()).put("title", promise.title());
                promise.due().ifPresent(due -> json.put("due", due.toString()));
            }
            case Effect.Rsvp rsvp -> {
                json.put("do", "rsvp").put("event", rsvp.event().text()).put("title", rsvp.title());
                rsvp.shift().ifPresent(shift -> json.put("shift", shift.text()));
            }
            case Effect.Decline no -> json.put("do", "decline");
            case Effect.OptOut out -> json.put("do", "optOut");
        }
        return json;
    }

    private static Effect effect(JsonNode json) {
        return switch (text(json, "do")) {
            case "tag" -> new Effect.AddTag(text(json, "tag"));
            case "action" -> new Effect.RecordAction(word(ActionType.class, "type", text(json, "type")));
            case "promise" ->
                new Effect.Promise(
                        word(AskFamily.class, "family", text(json, "family")), text(json, "title"), due(json));
            case "rsvp" ->
                new Effect.Rsvp(
                        new EventId(Id.parse("event", text(json, "event"))),
                        shift(text(json, "shift")),
                        text(json, "title"));
            case "decline" -> new Effect.Decline();
            case "optOut" -> new Effect.OptOut();
            default -> throw new Problem.Invalid("do", "problem.effect-unknown");
        };
    }

    private static Optional<ShiftId> shift(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new ShiftId(Id.parse("shift", text)));
    }

    private static Optional<Instant> due(JsonNode json) {
        try {
            var due = text(json, "due");
            return due.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(due));
        } catch (DateTimeException wrong) {
            throw new Problem.Invalid("due", "problem.due");
        }
    }

    private static <E extends Enum<E>> E word(Class<E> words, String field, String text) {
        try {
            return Enum.valueOf(words, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Problem.Invalid(
                    field, "problem.one-of", List.of(words.getEnumConstants()).toString());
        }
    }

    private static Optional<JsonNode> child(JsonNode json, String field) {
        var child = json.path(field);
        if (child.isMissingNode() || child.isNull()) return Optional.empty();
        if (!child.isObject()) throw new Problem.Invalid(field, "problem.object");
        return Optional.of(child);
    }

    private static Iterable<JsonNode> list(JsonNode json, String field) {
        var list = json.path(field);
        if (list.isMissingNode() || list.isNull()) return List.of();
        if (!list.isArray()) throw new Problem.Invalid(field, "problem.list");
        return list;
    }

    private static String text(JsonNode json, String field) {
        var text = json.path(field);
        if (text.isMissingNode() || text.isNull()) return "";
        if (!text.isString()) throw new Problem.Invalid(field, "problem.text");
        return text.stringValue();
    }
}
