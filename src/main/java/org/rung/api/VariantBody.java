package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rung.common.Problem;
import org.rung.scripts.ScriptLimits;
import org.rung.scripts.ScriptTree;

/** A script's texts in one more language; what is left out stays as the script has it. */
@Schema(name = "ScriptVariant")
record VariantBody(
        @Schema(example = "Hola {firstName|vecina}, soy {texter.firstName} de {organization.name}. ¿Vienes el jueves?")
        @Nullable
        String firstText,

        @Schema(
                description =
                        "The script's other wordings of the first text, in their order; whoever would get one that is"
                                + " empty or left out gets the first text.")
        @Nullable
        List<String> wordings,

        @Schema(
                description = "Replies by the key of their question and the key of their answer.",
                example = "{\"coming\": {\"yes\": \"¡Qué bien, nos vemos el jueves a las 7!\"}}")
        @Nullable
        Map<String, Map<String, String>> replies) {
    static final String WORDS =
            "Texts in other languages by their code, such as `es`: whoever is known to speak it gets"
                    + " them. Answers and what they do are the same in all.";
    static final String EXAMPLE =
            "{\"es\": {\"firstText\": \"Hola {firstName|vecina}, soy {texter.firstName}. ¿Vienes el"
                    + " jueves? Responde STOP para no recibir más.\", \"replies\": {\"coming\": {\"yes\": \"¡Qué bien!\"}}}}";

    private static final String FIRST = "firstText";

    /** @throws Problem.Invalid naming the language, the question or the answer that is not there */
    static ScriptTree read(ScriptTree tree, @Nullable Map<String, VariantBody> variants) {
        if (variants == null || variants.isEmpty()) return tree;
        var all = new LinkedHashMap<String, Map<String, String>>();
        variants.forEach((language, said) -> {
            var path = "variants." + language;
            if (!language.matches("[a-z]{2,3}")) throw new Problem.Invalid(path, "problem.language-unknown");
            all.put(language, Given.need(path, said).texts(path, tree));
        });
        return new ScriptTree(tree.firstText(), tree.wordings(), tree.picture(), tree.question(), all);
    }

    private Map<String, String> texts(String path, ScriptTree tree) {
        var texts = new LinkedHashMap<String, String>();
        if (firstText != null) texts.put(FIRST, held(path + ".firstText", firstText));
        var others = Given.list(path + ".wordings", wordings);
        if (others.size() >= tree.ways()) throw new Problem.Invalid(path + ".wordings", "problem.variant-wordings");
        for (int i = 0; i < others.size(); i++)
            texts.put(ScriptTree.place(i + 1), held(path + ".wordings[" + i + "]", others.get(i)));
        if (replies == null) return texts;
        replies.forEach((key, answers) -> {
            var place = path + ".replies." + key;
            var question = tree.question(key).orElseThrow(() -> new Problem.Invalid(place, "problem.variant-question"));
            Given.need(place, answers).forEach((answer, reply) -> {
                var there = place + "." + answer;
                if (question.answers().stream().noneMatch(one -> one.key().equals(answer)))
                    throw new Problem.Invalid(there, "problem.variant-answer");
                texts.put(key + "/" + answer, held(there, Given.need(there, reply)));
            });
        });
        return texts;
    }

    private static String held(String path, String text) {
        ScriptLimits.text(path, text, ScriptLimits.LONGEST_TEXT);
        return text;
    }

    static @Nullable Map<String, VariantBody> of(ScriptTree tree) {
        if (tree.variants().isEmpty()) return null;
        var all = new TreeMap<String, VariantBody>();
        tree.variants().forEach((language, texts) -> all.put(language, said(texts, tree.ways())));
        return all;
    }

    private static VariantBody said(Map<String, String> texts, int ways) {
        var replies = new TreeMap<String, Map<String, String>>();
        texts.forEach((place, text) -> {
            var keys = place.split("/", 2);
            if (keys.length == 2)
                replies.computeIfAbsent(keys[0], key -> new TreeMap<>()).put(keys[1], text);
        });
        var wordings = IntStream.range(1, ways)
                .mapToObj(way -> texts.getOrDefault(ScriptTree.place(way), ""))
                .toList();
        return new VariantBody(
                texts.get(FIRST),
                wordings.stream().allMatch(String::isEmpty) ? null : wordings,
                replies.isEmpty() ? null : replies);
    }
}
