package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.notices.Notice;
import org.rung.notices.Notices;
import org.rung.notices.NoticesPaths;
import org.rung.senders.Breakers;
import org.rung.senders.Outage;
import org.rung.texting.HomeCard;

/** What went wrong and is not over, before everything else. */
@org.springframework.stereotype.Component
class TroubleCards {

    private static final int MOST_NOTICES = 3;

    private final Breakers breakers;
    private final Notices notices;

    TroubleCards(Breakers breakers, Notices notices) {
        this.breakers = breakers;
        this.notices = notices;
    }

    Stream<Component> now(Component screen, Actor.Member actor, ZoneId zone) {
        return Stream.concat(
                breakers.troubles(actor.organization()).stream().map(trouble -> outage(screen, trouble, zone)),
                notices.unread(actor, MOST_NOTICES).stream()
                        .filter(notice -> !notice.kind().equals(Breakers.NOTICE))
                        .map(notice -> notice(screen, notice)));
    }

    /** Everyone who texts wants to know why nothing is delivered. */
    private static Component outage(Component screen, Outage trouble, ZoneId zone) {
        String provider = Sentences.of(trouble.provider());
        boolean open = trouble.silent();
        String since = trouble.openedAt()
                .map(at -> Phrases.time(at, zone, Phrases.locale()))
                .orElse("");
        Div card = new HomeCard(
                screen.getTranslation(open ? "senders.down.title" : "senders.ramp.title", provider),
                open ? screen.getTranslation("senders.down.line", since) : screen.getTranslation("senders.ramp.line"));
        card.addClassName("home-trouble");
        card.getElement().setAttribute("role", "status");
        return card;
    }

    private static Component notice(Component screen, Notice notice) {
        Paragraph words = new Paragraph(notice.in(Phrases.locale()));
        words.addClassName("grow");
        Div row = new Div(words, HomeCard.way(screen, "notices.look", NoticesPaths.NOTICES, false));
        row.addClassNames("row", "wrap");
        Div card = new Div(row);
        card.addClassNames("card", "col", "pad", "home-trouble");
        return card;
    }
}
