package org.rung.texting.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Text;
import org.rung.texting.OpenConversation;

/** The texts of a conversation, by day, with where each is on its way; what belongs to other campaigns is paler. */
@Tag("rung-thread")
@JavaScript("context://elements/desk.js")
class ThreadPane extends HtmlContainer {

    ThreadPane() {
        addClassName("desk-thread");
        getElement().setAttribute("role", "log").setAttribute("tabindex", "0");
    }

    void show(OpenConversation open, ZoneId zone, Instant now) {
        removeAll();
        getElement().setAttribute("aria-label", getTranslation("texting.thread", open.name()));
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = LocalDate.MIN;
        List<Text> thread = open.thread();
        for (Text text : thread) {
            LocalDate its = text.happenedAt().atZone(zone).toLocalDate();
            if (!its.equals(day)) {
                day = its;
                Span heading = new Span(Phrases.day(this, its, today, getLocale()));
                heading.addClassName("thread-day");
                add(heading);
            }
            add(bubble(open, text), mark(open, text, zone));
        }
        if (thread.isEmpty()) {
            Span none = new Span(getTranslation("texting.first.nothing"));
            none.addClassNames("small", "muted");
            add(none);
        }
    }

    private Div bubble(OpenConversation open, Text text) {
        Div bubble = new Div(text.body());
        boolean in = text.direction() == Direction.IN;
        bubble.addClassNames("bub", in ? "them" : "us");
        boolean here = text.topicId()
                .filter(topic -> topic == open.conversation().conversationId().value())
                .isPresent();
        bubble.setClassName("elsewhere", !in && !here);
        bubble.setClassName("taken-back", text.state() == MessageState.CANCELLED);
        if (text.mediaCount() > 0) {
            bubble.add(new Span(getTranslation("texting.media", text.mediaCount())));
        }
        return bubble;
    }

    private Span mark(OpenConversation open, Text text, ZoneId zone) {
        boolean in = text.direction() == Direction.IN;
        String who = text.author()
                .flatMap(author -> Optional.ofNullable(open.authors().get(author)))
                .map(name -> name.split(" ", 2)[0] + " · ")
                .orElse("");
        String state = in ? "" : " · " + Phrases.delivery(this, text, zone, getLocale());
        Span mark = new Span((in ? "" : who) + Phrases.time(text.happenedAt(), zone, getLocale()) + state);
        mark.addClassNames("thread-mark", "muted", in ? "them" : "us");
        mark.setClassName(
                "down",
                switch (text.state()) {
                    case UNDELIVERED, FAILED -> true;
                    default -> false;
                });
        return mark;
    }
}
