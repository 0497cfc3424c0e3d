package org.rung.ladder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rung.ladder.Explanation;
import org.rung.ladder.Proof;
import org.rung.ladder.RuleSentences;
import org.rung.ladder.StartingWords;

/** Why someone stands where they stand, what would let them fall, and what is missing for the next rung. */
class WhyHere extends Div {
    private final Locale locale;
    private final DateTimeFormatter day;

    WhyHere(List<Explanation> explanations, Locale locale, ZoneId zone) {
        this.locale = locale;
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone);
        addClassNames("col", "ladder-why");
        explanations.forEach(this::one);
    }

    private void one(Explanation why) {
        add(new H4(StartingWords.in(locale, why.ladder().name()) + ": "
                + StartingWords.in(locale, why.ladder().rung(why.position()).name())));
        add(small(holding(why)));
        why.fallsAt()
                .ifPresent(falls -> add(small(getTranslation(
                        "ladder.why.falls",
                        day(falls),
                        StartingWords.in(
                                locale, why.ladder().rung(why.position() - 1).name()),
                        why.slipsAt().map(this::day).orElse("")))));
        why.ahead().stream().findFirst().ifPresent(next -> add(ahead(next)));
    }

    private String holding(Explanation why) {
        if (why.position() == 1) return getTranslation("ladder.why.lowest");
        if (why.ladder().rung(why.position()).byHand()) return getTranslation("ladder.why.hand");
        return why.holdsUntil()
                .map(until -> getTranslation(
                        "ladder.why.holds",
                        why.evidence().stream().map(this::proof).collect(Collectors.joining(", ")),
                        day(until)))
                .orElseGet(() -> getTranslation("ladder.why.waning"));
    }

    private Component ahead(Explanation.Ahead next) {
        String name = StartingWords.in(locale, next.rung().name());
        if (next.ways().isEmpty()) return small(getTranslation("ladder.why.next.hand", name));
        UnorderedList ways = new UnorderedList();
        next.ways()
                .forEach(way -> ways.add(
                        new ListItem(way.parts().stream().map(this::part).collect(Collectors.joining("; ")))));
        ways.addClassName("small");
        return new Div(
                small(getTranslation(
                        next.rung().confirmed() ? "ladder.why.next.confirmed" : "ladder.why.next",
                        name,
                        next.ways().size())),
                ways);
    }

    private String part(Explanation.Part part) {
        NumberFormat number = NumberFormat.getIntegerInstance(locale);
        return getTranslation(
                part.met() ? "ladder.why.met" : "ladder.why.missing",
                RuleSentences.of(part.wanted(), locale),
                number.format(part.has()),
                number.format(part.needs()));
    }

    private String proof(Proof proof) {
        String what = getTranslation(
                proof.kind().equals("ACTION") ? "actions.type." + proof.of() : "ladder.kept." + proof.of());
        return getTranslation("ladder.history.proof", what, day(proof.at()));
    }

    private String day(Instant at) {
        return day.format(at);
    }

    private static Paragraph small(String words) {
        Paragraph small = new Paragraph(new Span(words));
        small.addClassNames("small");
        return small;
    }
}
