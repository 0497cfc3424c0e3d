package org.rung.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.links.ShortForm;
import org.rung.scripts.Check.Level;

class ScriptChecksTest {
    private static final ShortForm LINKS = ShortForm.usual(URI.create("https://rung.example.org"));
    private static final ScriptFacts FACTS = new ScriptFacts(
            "Eastside Tenants Union",
            "Text STOP and we stop",
            Set.copyOf(MergeText.FIELDS),
            List.of(Map.of("firstName", "Maya"), Map.of("firstName", "Maximiliano")),
            LINKS);
    private static final String GOOD =
            "Hi {firstName|there}, it's {texter.firstName} with Eastside Tenants. Will you come Thursday at 7? Reply STOP to end";

    private static ScriptTree tree(String firstText) {
        return new ScriptTree(
                firstText,
                Optional.of(new Question(
                        "coming",
                        "Coming?",
                        List.of(new AnswerChoice("yes", "Yes", "See you!", List.of(), Optional.empty())))));
    }

    @Test
    void a_good_script_passes_everything() {
        assertThat(ScriptChecks.of(tree(GOOD), FACTS)).allMatch(check -> check.level() == Level.OK);
    }

    @Test
    void a_link_to_give_needs_a_page_and_its_length_counts() {
        var asking = GOOD.replace(" Reply", " {giveLink|} Reply");
        assertThat(ScriptChecks.mergeFields(tree(asking), FACTS)).satisfies(check -> {
            assertThat(check.key()).isEqualTo("giveLink");
            assertThat(check.level()).isEqualTo(Level.MUST);
        });
        assertThat(ScriptChecks.ofReply("Here: {giveLink}", FACTS))
                .extracting(Check::key)
                .contains("giveLink");
        var known = new java.util.HashSet<>(MergeText.FIELDS);
        known.add(MergeText.GIVE_LINK);
        var linked = Map.of("firstName", "Maya", MergeText.GIVE_LINK, "https://rung.example.org/g/" + "x".repeat(60));
        var open = new ScriptFacts("Eastside Tenants Union", "", known, List.of(linked), LINKS);
        assertThat(ScriptChecks.mergeFields(tree(asking), open).level()).isEqualTo(Level.OK);
        assertThat(ScriptChecks.length(asking, open).details()).containsExactly(2);
    }

    @Test
    void an_empty_first_text_is_said_alone() {
        assertThat(ScriptChecks.of(tree(" "), FACTS)).extracting(Check::key).containsExactly("firstText");
    }

    @Test
    void the_organization_must_be_named_as_people_know_it() {
        for (var named : List.of(
                "it's Dana with EASTSIDE  TENANTS union.",
                "Eastside Tenants here",
                "from {organization.name}",
                "ETU here"))
            assertThat(ScriptChecks.organization(named, FACTS).level())
                    .as(named)
                    .isEqualTo(Level.OK);
        for (var not : List.of("it's Dana, a neighbour", "all Tenants", "Northeastside Tenants", "etu"))
            assertThat(ScriptChecks.organization(not, FACTS).level()).as(not).isEqualTo(Level.MUST);
        var the = new ScriptFacts("The Émile Club", "", Set.of(), List.of(), LINKS);
        assertThat(ScriptChecks.organization("Emile club calling", the).level()).isEqualTo(Level.OK);
    }

    @Test
    void opting_out_must_be_offered_as_such() {
        for (var offered : List.of(
                "Reply STOP to end",
                "text \"stop\" to opt out",
                "STOP to quit",
                "STOP=end",
                "Stop2end? Send STOP",
                "Responde STOP para salir",
                "Come Thursday? STOP",
                "Reply with STOP to unsubscribe",
                "…Text STOP and we stop."))
            assertThat(ScriptChecks.optOut(offered, FACTS).level()).as(offered).isEqualTo(Level.OK);
        for (var not : List.of(
                "We must stop the evictions",
                "Help us STOP THE EVICTIONS now",
                "opt out any time",
                "Text ALTO",
                "nonstop action. Reply!"))
            assertThat(ScriptChecks.optOut(not, FACTS).level()).as(not).isEqualTo(Level.MUST);
    }

    @Test
    void one_question_is_best() {
        assertThat(ScriptChecks.question("Coming?").level()).isEqualTo(Level.OK);
        assertThat(ScriptChecks.question("¿Vienes? https://rung.org/a?b=1").level())
                .isEqualTo(Level.OK);
        assertThat(ScriptChecks.question("Really??").level()).isEqualTo(Level.OK);
        assertThat(ScriptChecks.question("Come.")).isEqualTo(ScriptChecks.HERE.look("question", 0L));
        assertThat(ScriptChecks.question("Coming? With whom?")).isEqualTo(ScriptChecks.HERE.look("questions", 2L));
    }

    @Test
    void a_merge_field_nobody_knows_is_found_in_replies_too() {
        assertThat(ScriptChecks.mergeFields(tree("Hi {fristName}"), FACTS))
                .isEqualTo(ScriptChecks.HERE.must("mergeFields", "{fristName}", 4, ""));
        var reply = new AnswerChoice("yes", "Yes", "Thanks {name", List.of(), Optional.empty());
        var tree = new ScriptTree(GOOD, Optional.of(new Question("q", "?", List.of(reply))));
        assertThat(ScriptChecks.mergeFields(tree, FACTS)).isEqualTo(ScriptChecks.HERE.must("braces", "{", 8, "Yes"));
    }

    @Test
    void the_character_that_doubles_the_price_is_named_with_its_plain_form() {
        var check = ScriptChecks.plainLetters(tree(GOOD.replace("'", "’")));
        assertThat(check.level()).isEqualTo(Level.LOOK);
        assertThat(check.details().getFirst()).isEqualTo("’");
        assertThat(check.fix()).contains(new Check.Fix("’", "'"));
        assertThat(ScriptChecks.plainLetters(tree(GOOD)).level()).isEqualTo(Level.OK);
    }

    @Test
    void a_name_with_an_accent_is_no_fault_of_the_script() {
        var facts = new ScriptFacts("X", "", Set.of(), List.of(Map.of("firstName", "Łucja")), LINKS);
        assertThat(ScriptChecks.plainLetters(tree("Hi {firstName}")).level()).isEqualTo(Level.OK);
        assertThat(ScriptChecks.length("Hi {firstName} " + "x".repeat(130), facts)
                        .level())
                .isEqualTo(Level.LOOK);
    }

    @Test
    void long_texts_public_shorteners_and_missing_answers_deserve_a_look() {
        assertThat(ScriptChecks.length("x".repeat(306), FACTS)).isEqualTo(ScriptChecks.HERE.ok("length", 2));
        assertThat(ScriptChecks.length("x".repeat(307), FACTS)).isEqualTo(ScriptChecks.HERE.look("length", 3));
        assertThat(ScriptChecks.answers(new ScriptTree(GOOD, Optional.empty())).level())
                .isEqualTo(Level.LOOK);
    }

    @Test
    void a_first_text_with_a_link_and_an_unsafe_link_anywhere_hold_the_start() {
        assertThat(links(tree("See https://eastside.org/rent. " + GOOD))).contains("first texts carry none");
        assertThat(links(tree("See eastside.org/rent. " + GOOD))).contains("first texts carry none");
        assertThat(links(reply("Sign at bit.ly/rent")))
                .startsWith("The reply to “Yes” has a public short link (bit.ly)");
        assertThat(links(reply("Sign at https://10.0.0.3/rent"))).contains("bare number “10.0.0.3”");
        assertThat(ScriptChecks.links(reply("Sign at https://eastside.org/{firstName}"), FACTS))
                .isEmpty();
    }

    @Test
    void the_length_is_that_of_the_short_form() {
        var far = "https://eastside.org/" + "a".repeat(400);
        assertThat(ScriptChecks.length("Sign " + far, FACTS)).isEqualTo(ScriptChecks.HERE.ok("length", 1));
    }

    private static String links(ScriptTree tree) {
        var check = ScriptChecks.links(tree, FACTS).orElseThrow();
        assertThat(check.level()).isEqualTo(Level.MUST);
        return check.said().in(Locale.ENGLISH);
    }

    private static ScriptTree reply(String words) {
        return new ScriptTree(
                GOOD,
                Optional.of(new Question(
                        "coming",
                        "Coming?",
                        List.of(new AnswerChoice("yes", "Yes", words, List.of(), Optional.empty())))));
    }

    @Test
    void every_check_has_its_words() {
        assertThat(ScriptChecks.HERE.must("organization", "Us").said().in(Locale.ENGLISH))
                .contains("Name Us.");
        assertThat(ScriptChecks.HERE.ok("length", 1).said().in(Locale.ENGLISH)).isEqualTo("Fits in one segment");
    }
}
