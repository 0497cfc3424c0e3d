package org.rung.scripts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rung.common.Sentence;
import org.rung.people.OwnLinks;
import org.rung.segments.Segments;

/** What is looked at in a script: one method a check; pure. */
public final class ScriptChecks {
    static final Check.Room HERE = new Check.Room("scripts");

    /** STOP as an instruction, not "we must stop the evictions". */
    private static final List<Pattern> STOP = List.of(
            Pattern.compile(
                    "\\b(reply|replies|text|txt|send|write|type|respond|answer|responda|responde|env[ií]a|env[ií]e|escriba|escribe|manda|mande)"
                            + "\\W{1,3}(us |back |with |con |la palabra )?[\"'“‘]?stop\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
            Pattern.compile("\\bSTOP[\"'”’]?\\W{0,3}(to|2|for|quit|end|cancel|unsub\\w*|para|opt.?out|=)(?![\\p{L}])"),
            Pattern.compile("\\bSTOP[\"'”’]?\\s*[.!)]?\\s*$"));

    private static final Pattern QUESTION = Pattern.compile("\\?+");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|\\b[\\w-]+\\.[a-z]{2,}/\\S*");

    private ScriptChecks() {}

    public static List<Check> of(ScriptTree tree, ScriptFacts facts) {
        if (tree.firstText().isBlank()) return List.of(HERE.must("firstText"));
        var checks = new ArrayList<Check>();
        checks.add(organization(tree.firstText(), facts));
        checks.add(optOut(tree.firstText(), facts));
        checks.add(question(tree.firstText()));
        checks.add(mergeFields(tree, facts));
        checks.add(answers(tree));
        checks.add(tree.picture().isPresent() ? HERE.ok("picture") : length(tree.firstText(), facts));
        checks.add(plainLetters(tree));
        links(tree, facts).ifPresent(checks::add);
        checks.addAll(ScriptLint.of(tree));
        for (int way = 1; way < tree.ways(); way++) checks.addAll(WordingChecks.of(way, tree, facts));
        tree.variants().keySet().stream().sorted().forEach(language -> checks.addAll(in(language, tree, facts)));
        return checks;
    }

    /** What is to be looked at, or must be mended, in one text that answers people; nothing where all is well. */
    public static List<Check> ofReply(String words, ScriptFacts facts) {
        var tree = new ScriptTree(words, Optional.empty());
        var checks = new ArrayList<Check>();
        checks.add(mergeFields(tree, facts));
        checks.add(plainLetters(tree));
        var sample = facts.samples().isEmpty()
                ? Map.<String, String>of()
                : facts.samples().getFirst();
        facts.links()
                .trouble(MergeText.render(words, sample), false)
                .ifPresent(trouble -> checks.add(HERE.must("link", trouble.sentence())));
        ScriptLint.risky(tree).ifPresent(checks::add);
        ScriptLint.loud(tree).ifPresent(checks::add);
        return checks.stream().filter(check -> check.level() != Check.Level.OK).toList();
    }

    /** Whoever is written to in another language reads that one alone: it has to say as much. */
    private static List<Check> in(String language, ScriptTree tree, ScriptFacts facts) {
        var name = Sentence.of("scripts.language." + language);
        var said = tree.in(language);
        var looked = new ArrayList<Check>();
        looked.add(organization(said.firstText(), facts));
        looked.add(optOut(said.firstText(), facts));
        looked.add(question(said.firstText()));
        looked.add(mergeFields(said, facts));
        if (said.picture().isEmpty()) looked.add(length(said.firstText(), facts));
        looked.add(plainLetters(tree.alone(language)));
        links(said, facts).ifPresent(looked::add);
        for (int way = 1; way < tree.ways(); way++)
            looked.addAll(WordingChecks.of(way, tree.said(way, language), tree, facts));
        var checks = new ArrayList<Check>();
        int unsaid = tree.unsaidIn(language);
        if (unsaid > 0) checks.add(HERE.look("unsaid", unsaid, name));
        looked.stream()
                .filter(check -> check.level() != Check.Level.OK)
                .map(check -> new Check(HERE, "variant", check.level(), List.of(name, check.said()), check.fix()))
                .forEach(checks::add);
        return checks.isEmpty() ? List.of(HERE.ok("variant", name)) : checks;
    }

    static Check organization(String text, ScriptFacts facts) {
        var said = " " + folded(text.replace("{organization.name}", facts.organization())) + " ";
        var names = new ArrayList<String>();
        var words = Arrays.stream(folded(facts.organization()).split(" "))
                .filter(word -> !word.equals("the"))
                .toList();
        names.add(String.join(" ", words));
        // "Eastside Tenants" is how people call the Eastside Tenants Union.
        if (words.size() > 2) names.add(String.join(" ", words.subList(0, 2)));
        boolean named = names.stream().anyMatch(name -> !name.isEmpty() && said.contains(" " + name + " "))
                || Arrays.asList(text.split("[^\\p{L}]+")).contains(initials(facts.organization()));
        return named ? HERE.ok("organization") : HERE.must("organization", facts.organization());
    }

    /** ETU for the Eastside Tenants Union; two letters are too common to be a name. */
    private static String initials(String name) {
        var initials = new StringBuilder();
        for (var word : name.split("[^\\p{L}]+")) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0)) && !word.equals("The"))
                initials.append(word.charAt(0));
        }
        return initials.length() < 3 ? "\0" : initials.toString();
    }

    static Check optOut(String text, ScriptFacts facts) {
        var own = folded(facts.optOutWords());
        boolean said = STOP.stream().anyMatch(way -> way.matcher(text).find())
                || (own.contains("stop") && folded(text).contains(own));
        return said ? HERE.ok("optOut") : HERE.must("optOut");
    }

    static Check question(String text) {
        var words = ADDRESS.matcher(text).replaceAll(" ");
        long asked = QUESTION.matcher(words).results().count();
        return asked == 1 ? HERE.ok("question") : HERE.look(asked == 0 ? "question" : "questions", asked);
    }

    static Check mergeFields(ScriptTree tree, ScriptFacts facts) {
        for (var text : texts(tree).entrySet()) {
            var flaws = MergeText.flaws(text.getValue(), facts.fields());
            if (!flaws.isEmpty()) {
                var flaw = flaws.getFirst();
                var key = flaw.kind() == MergeFlaw.Kind.BROKEN_BRACE
                        ? "braces"
                        : OwnLinks.carriedBy(flaw.stored()) ? "giveLink" : "mergeFields";
                return HERE.must(key, flaw.stored(), flaw.at() + 1, text.getKey());
            }
        }
        return HERE.ok("mergeFields");
    }

    static Check answers(ScriptTree tree) {
        boolean some =
                tree.question().filter(first -> !first.answers().isEmpty()).isPresent();
        return some ? HERE.ok("answers") : HERE.look("answers");
    }

    /** The first address that would be refused when it is sent. */
    static Optional<Check> links(ScriptTree tree, ScriptFacts facts) {
        var sample = facts.samples().isEmpty()
                ? Map.<String, String>of()
                : facts.samples().getFirst();
        var firsts = new HashSet<>(tree.wordings());
        firsts.add(tree.firstText());
        for (var text : texts(tree).entrySet()) {
            boolean first = firsts.contains(text.getValue());
            var trouble = facts.links().trouble(MergeText.render(text.getValue(), sample), first);
            if (trouble.isPresent()) {
                var why = trouble.get().sentence();
                return Optional.of(first ? HERE.must("links", why) : HERE.must("linksReply", text.getKey(), why));
            }
        }
        return Optional.empty();
    }

    static Check length(String text, ScriptFacts facts) {
        var segments = facts.samples().stream()
                .mapToInt(values -> Segments.of(facts.links().shown(MergeText.render(text, values)))
                        .count())
                .summaryStatistics();
        if (segments.getCount() == 0) return HERE.ok("length", 1);
        if (segments.getMax() <= 2) return HERE.ok("length", segments.getMax());
        // A name with an accent turns a text that fits into three: that is worth knowing, and not the words' fault.
        return segments.getMin() <= 2
                ? HERE.look("lengthNames", segments.getMin(), segments.getMax())
                : HERE.look("length", segments.getMax());
    }

    /** Looks at our own words only: nobody's name is a fault. */
    static Check plainLetters(ScriptTree tree) {
        for (var text : texts(tree).entrySet()) {
            var culprit = Segments.of(text.getValue().replaceAll("[{}|]", "")).culprit();
            if (culprit.isPresent()) {
                var fix = Segments.plainForm(culprit.get()).map(plain -> new Check.Fix(culprit.get(), plain));
                var details = List.<Object>of(culprit.get(), text.getKey());
                return new Check(HERE, "plainLetters", Check.Level.LOOK, details, fix);
            }
        }
        return HERE.ok("plainLetters");
    }

    /** Every text that may be sent, by where it stands: the empty name is the first text, else the answer's label. */
    static Map<String, String> texts(ScriptTree tree) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("", tree.firstText());
        for (int way = 1; way < tree.ways(); way++)
            texts.put(WordingChecks.letter(way), tree.wordings().get(way - 1));
        tree.question().ifPresent(question -> replies(question, "", texts));
        return texts;
    }

    private static void replies(Question question, String path, Map<String, String> texts) {
        for (var answer : question.answers()) {
            var name = path + answer.label();
            texts.put(name, answer.reply());
            answer.next().ifPresent(next -> replies(next, name + " › ", texts));
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
