package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.button;
import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.live.Audience;
import org.rung.live.TexterNote;
import org.rung.live.TexterNotes;
import org.rung.texting.HomePart;
import org.rung.texting.Reviews;

/** At home: what organizers tell those who text for their campaigns, and why there are no more first texts just now. */
@org.springframework.stereotype.Component
class NotesAtHome implements HomePart {
    private final TexterNotes notes;
    private final Reviews reviews;
    private final Clock clock;

    NotesAtHome(TexterNotes notes, Reviews reviews, Clock clock) {
        this.notes = notes;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> card(Actor.Member actor) {
        var cards = div("desk-cards");
        notes.unread(actor).forEach(note -> cards.add(card(actor, note)));
        if (reviews.waits(actor)) {
            cards.add(div(
                    "card col pad",
                    new H2(say("live.home.review")),
                    span("small muted", say("live.home.review.line"))));
        }
        return cards.getComponentCount() == 0 ? Optional.empty() : Optional.of(cards);
    }

    private Div card(Actor.Member actor, TexterNote note) {
        var card = div("card col pad live-note");
        var about = about(note);
        var who = note.from().map(from -> say("live.home.from", from, about)).orElse(about);
        var read = button("btn ghost", say("live.home.read"), () -> {
            notes.read(actor, note.texterNoteId());
            card.setVisible(false);
        });
        read.setAriaLabel(say("live.home.read.of", about));
        card.add(div(
                "row wrap",
                div(
                        "grow col tight",
                        span("live-words", note.words()),
                        span(
                                "small muted",
                                String.join(" · ", List.of(who, LiveWords.ago(note.toldAt(), clock.instant()))))),
                read));
        return card;
    }

    private static String about(TexterNote note) {
        return switch (note.audience()) {
            case Audience.OfCampaign campaign -> note.about();
            case Audience.OfTeam team -> note.about();
            case Audience.Everyone all -> say("live.home.everyone");
            case Audience.Speaking language -> say("live.home.language", LiveWords.language(note.about()));
            case Audience.One member -> say("live.home.you");
        };
    }
}
