package org.rung.crew.ui;

import static org.rung.crew.ui.CrewWords.ago;
import static org.rung.crew.ui.CrewWords.button;
import static org.rung.crew.ui.CrewWords.div;
import static org.rung.crew.ui.CrewWords.link;
import static org.rung.crew.ui.CrewWords.role;
import static org.rung.crew.ui.CrewWords.say;
import static org.rung.crew.ui.CrewWords.span;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.crew.CrewPaths;
import org.rung.crew.TexterRow;

/** A texter: what they are doing, what they hold, what they did, and what holds for them. */
class TexterLine extends Div {
    TexterLine(TexterRow row, Instant now, Consumer<TexterRow> manages) {
        addClassNames("row", "wrap", "crew-row");
        role(this, "listitem");
        var chips = div("row wrap crew-chips", span("strong", row.name()), state(row, now));
        row.terms().languages().stream()
                .sorted()
                .forEach(language -> chips.add(span("chip", CrewWords.language(language))));
        row.terms().dayCap().ifPresent(cap -> chips.add(span("chip", say("crew.cap", cap))));
        var who = div("grow col tight", chips, span("small muted", holds(row, now)), span("small muted", week(row)));
        if (row.waits(now))
            row.shortage()
                    .ifPresent(one -> who.add(span(
                            "small",
                            say("crew.asked", ago(one.at(), now), one.campaign()) + " "
                                    + say("texting.why." + one.why()))));
        var actions = div("actions");
        if (row.review()) actions.add(link("btn small", "/" + CrewPaths.NEW, say("crew.look")));
        var manage = button("btn ghost small", say("crew.manage"), () -> manages.accept(row));
        manage.setAriaLabel(say("crew.manage.of", row.name()));
        actions.add(manage);
        add(who, actions);
    }

    private static com.vaadin.flow.component.html.Span state(TexterRow row, Instant now) {
        if (row.suspended()) return span("chip bad", say("crew.state.suspended"));
        if (row.late() > 0) return span("chip warn", say("crew.state.late", row.late()));
        if (row.review()) return span("chip warn", say("crew.state.review"));
        if (row.waits(now)) return span("chip warn", say("crew.state.waits"));
        return row.atWork(now) ? span("chip good", say("crew.state.atWork")) : span("chip", say("crew.state.away"));
    }

    private static String holds(TexterRow row, Instant now) {
        return Stream.of(
                        row.firstTexts() == 0 ? "" : say("crew.firsts", row.firstTexts()),
                        row.replies() == 0
                                ? ""
                                : row.oldest()
                                        .map(since -> say("crew.replies", row.replies(), ago(since, now)))
                                        .orElse(""),
                        row.lastDid().map(at -> say("crew.did", ago(at, now))).orElse(say("crew.never")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String week(TexterRow row) {
        var week = row.week();
        return week.firstTexts() + week.replies() == 0
                ? say("crew.week.none")
                : say("crew.week", week.firstTexts(), week.replies(), week.days());
    }
}
