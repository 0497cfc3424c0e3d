package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.media.Attachment;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Text;
import org.rung.texting.OpenConversation;

/** The texts of a conversation, by day, with where each is on its way; what belongs to other campaigns is paler. */
@Tag("rung-thread")
@JavaScript("context://elements/desk.js")
class ThreadPane extends HtmlContainer {

    /** One line of the thread: the name of a day, or a text with its mark. */
    private record Line(
            Optional<String> day, Optional<Text> text, String author, List<Attachment> files, boolean edited) {
        static Line heading(String words) {
            return new Line(Optional.of(words), Optional.empty(), "", List.of(), false);
        }
    }

    private final Kept<Line> lines = new Kept<>(this);
    private final Cover cover;

    ThreadPane(Cover cover) {
        this.cover = cover;
        addClassName("desk-thread");
        getElement().setAttribute("role", "log").setAttribute("tabindex", "0");
    }

    void show(OpenConversation open, ZoneId zone, Instant now) {
        getElement().setAttribute("aria-label", getTranslation("texting.thread", open.name()));
        List<Line> wanted = new ArrayList<>();
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = LocalDate.MIN;
        List<Text> thread = open.thread();
        for (Text text : thread) {
            LocalDate its = text.happenedAt().atZone(zone).toLocalDate();
            if (!its.equals(day)) {
                day = its;
                wanted.add(Line.heading(Phrases.day(this, its, today, getLocale())));
            }
            String author = text.author()
                    .flatMap(member -> Optional.ofNullable(open.authors().get(member)))
                    .orElse("");
            wanted.add(new Line(
                    Optional.empty(),
                    Optional.of(text),
                    author,
                    open.attachments().getOrDefault(text.messageId(), List.of()),
                    open.edited().contains(text.messageId())));
        }
        if (thread.isEmpty()) {
            wanted.add(Line.heading(getTranslation("texting.first.nothing")));
        }
        lines.show(
                wanted,
                line -> line.text()
                        .map(text -> said(open, text, line, zone))
                        .orElseGet(() -> heading(line.day().orElse(""))));
    }

    private static Component heading(String words) {
        Span heading = new Span(words);
        heading.addClassName("thread-day");
        return heading;
    }

    private Component said(OpenConversation open, Text text, Line line, ZoneId zone) {
        Div said = new Div(bubble(open, text, line.files()), mark(text, line, open.zone(), zone));
        said.addClassNames("thread-text", text.direction() == Direction.IN ? "them" : "us");
        return said;
    }

    private Div bubble(OpenConversation open, Text text, List<Attachment> files) {
        boolean in = text.direction() == Direction.IN;
        Div bubble = new Div();
        if (cover.covers(in, text.body())) {
            cover.put(bubble, text.body());
        } else {
            bubble.setText(text.body());
        }
        bubble.addClassNames("bub", in ? "them" : "us");
        boolean here = text.topicId()
                .filter(topic -> topic == open.conversation().conversationId().value())
                .isPresent();
        bubble.setClassName("elsewhere", !in && !here);
        bubble.setClassName("taken-back", text.state() == MessageState.CANCELLED);
        files.forEach(file -> bubble.add(new AttachmentTile(file, !in)));
        if (text.mediaCount() > 0 && files.isEmpty()) {
            bubble.add(new Span(getTranslation("texting.media", text.mediaCount())));
        }
        return bubble;
    }

    private Span mark(Text text, Line line, ZoneId there, ZoneId zone) {
        boolean in = text.direction() == Direction.IN;
        String author = line.author();
        String who = author.isBlank() ? "" : author.split(" ", 2)[0] + " · ";
        String state = in
                ? ""
                : " · " + Phrases.delivery(this, text, there, zone, getLocale())
                        + (line.edited() ? " · " + getTranslation("texting.edited.mark") : "");
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
