package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rung.common.Role;

/**
 * The log in the reader's words. Lines are kept as programs read them and never changed, so what is constant in them, such
 * as a count or a state, is put into words here; names that people gave stay as they were given.
 */
final class AuditWords {
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,9}) (lines|rows|numbers|supporters|members|teams)");
    private static final Pattern COUNTS = Pattern.compile(COUNTED + "(, " + COUNTED + ")*");
    private static final Pattern SOMEBODY = Pattern.compile("\\bsupporter (?=[0-9A-Z]{13}\\b)");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]{2,}\\b");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:[\\d.]+)?Z");
    private static final String OWN = "accounts.audit.word.";

    /** Where the words of constants are, by the verb whose lines hold them; in no other line is a word in capitals one. */
    private static final Map<String, List<String>> OF_VERBS = Map.of(
            "action.voided", List.of("actions.type."),
            "conversations.answered", List.of("review.answerThem."),
            "suppression.many-begun", List.of("compliance.reach."),
            "suppression.list-begun", List.of("compliance.reach."),
            "consents.export-begun", List.of(OWN),
            "consent.renewed", List.of("compliance.how."),
            "event.words-changed", List.of("nudges.kind."),
            "work.moved", List.of("live.move.what."),
            "work.moved-back", List.of("live.move.what."));

    /** Likewise by the field that changed. */
    private static final Map<String, List<String>> OF_FIELDS = Map.of(
            "family", List.of("asks.promises.family."),
            "urgency", List.of("asks.urgency."),
            "risk", List.of("asks.risk."),
            "goal", List.of("scripts.action."),
            "state", List.of("campaigns.state.", OWN),
            "edits", List.of("campaigns.edits."),
            "pauseReason", List.of(OWN),
            "kind", List.of("senders.kind."),
            "status", List.of("senders.registration."));

    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Component reader;
    private final DateTimeFormatter times;

    AuditWords(Component reader, DateTimeFormatter times) {
        this.reader = reader;
        this.times = times;
    }

    /** What is beside the verb. */
    String detail(String verb, String text) {
        if (COUNTS.matcher(text).matches()) return COUNTED.matcher(text).replaceAll(this::counted);
        var somebody = SOMEBODY.matcher(text).replaceAll(say("accounts.audit.word.supporter") + " ");
        var places = OF_VERBS.getOrDefault(verb, List.of());
        var said = places.isEmpty() ? names(somebody) : constants(somebody, places);
        return said.replace(", with a file", ", " + say("accounts.audit.word.file"));
    }

    /** What a field is called: what its form calls it. */
    String field(String name) {
        var own = "accounts.audit.field." + name;
        var words = say(own);
        if (!words.equals(own)) return words;
        var form = say("problem.field." + name);
        return form.equals("problem.field." + name) ? name : form;
    }

    /** What stood in a field. */
    String value(String field, String text) {
        if (text.isEmpty()) return "–";
        if (text.equals("true") || text.equals("false")) return say("accounts.audit.word." + text);
        if (INSTANT.matcher(text).matches()) return times.format(Instant.parse(text));
        var places = OF_FIELDS.getOrDefault(field, List.of());
        return places.isEmpty() ? names(text) : constants(text, places);
    }

    private String counted(MatchResult found) {
        return say("accounts.audit.count." + found.group(2), Long.parseLong(found.group(1)));
    }

    private String constants(String text, List<String> places) {
        return CONSTANT.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(places.stream()
                        .map(place -> place + found.group())
                        .filter(key -> !say(key).equals(key))
                        .findFirst()
                        .map(this::say)
                        .orElse(found.group())));
    }

    /** Roles and scopes by their names for people, before and after. */
    private String names(String text) {
        return Arrays.stream(text.split(" → "))
                .map(side -> Scopes.all(side.split(","))
                        ? say("accounts.scope.all")
                        : Arrays.stream(side.split(",")).map(this::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" → "));
    }

    private String name(String constant) {
        if (ROLES.contains(constant)) return say("accounts.role." + constant);
        return Scopes.NAMES.contains(constant) ? say("accounts.scope." + constant) : constant;
    }

    private String say(String key, Object... details) {
        return reader.getTranslation(key, details);
    }
}
