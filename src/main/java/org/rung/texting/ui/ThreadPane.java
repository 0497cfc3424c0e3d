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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rung.media.Attachment;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Text;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;
import org.rung.texting.ThreadMark;

/** The texts of a conversation, by day, with where each is on its way; what belongs to other campaigns is paler. */
@Tag("rung-thread")
@JavaScript("context://elements/desk.js")
class ThreadPane extends HtmlContainer {

    /** One line of the thread: the name of a day, a text with its mark, or what rooms above tell of between the texts. */
    private record Line(
            Optional<String> day,
            Optional<Text> text,
            String author,
            List<Attachment> files,
            boolean edited,
            Optional<ThreadMark> told) {
        static Line heading(String words) {
            return new Line(Optional.of(words), Optional.empty(), "", List.of(), false, Optional.empty());
        }

        static Line telling(ThreadMark mark) {
            return new Line(Optional.empty(), Optional.empty(), "", List.of(), false, Optional.of(mark));
        }
    }

    /** Of the thread, by its time. */
    private record Moment(Instant at, Optional<Text> text, Optional<ThreadMark> mark) {}

    private final Kept<Line> lines = new Kept<>(this);
    private final Cover cover;

    ThreadPane(Cover cover) {
        this.cover = cover;
        addClassName("desk-thread");
        getElement().setAttribute("role", "log").setAttribute("tabindex", "0");
    }

    void show(OpenConversation open, List<ConversationPart.Look> above, ZoneId zone, Instant now) {
        getElement().setAttribute("aria-label", getTranslation("texting.thread", open.name()));
        List<Line> wanted = new ArrayList<>();
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = LocalDate.MIN;
        for (Moment moment : moments(open.thread(), above)) {
            LocalDate its = moment.at().atZone(zone).toLocalDate();
            if (!its.equals(day)) {
                day = its;
                wanted.add(Line.heading(Phrases.day(this, its, today, getLocale())));
            }
            moment.mark().ifPresent(mark -> wanted.add(Line.telling(mark)));
            moment.text().ifPresent(text -> wanted.add(line(open, text)));
        }
        if (open.thread().isEmpty()) {
            wanted.add(Line.heading(getTranslation("texting.first.nothing")));
        }
        lines.show(wanted, line -> shown(open, line, zone));
    }

    /** What was told before the earliest text that is shown stays out: the thread before it is not here either. */
    private static List<Moment> moments(List<Text> thread, List<ConversationPart.Look> above) {
        List<Moment> moments = new ArrayList<>();
        thread.forEach(text -> moments.add(new Moment(text.happenedAt(), Optional.of(text), Optional.empty())));
        if (!thread.isEmpty()) {
            above.stream()
                    .flatMap(look -> look.marks().stream())
                    .filter(mark -> !mark.at().isBefore(thread.getFirst().happenedAt()))
                    .forEach(mark -> moments.add(new Moment(mark.at(), Optional.empty(), Optional.of(mark))));
            moments.sort(Comparator.comparing(Moment::at));
        }
        return moments;
    }

    private static Line line(OpenConversation open, Text text) {
        String author = text.author()
                .flatMap(member -> Optional.ofNullable(open.authors().get(member)))
                .orElse("");
        return new Line(
                Optional.empty(),
                Optional.of(text),
                author,
                open.attachments().getOrDefault(text.messageId(), List.of()),
                open.edited().contains(text.messageId()),
                Optional.empty());
    }

    private Component shown(OpenConversation open, Line line, ZoneId zone) {
        return line.text()
                .map(text -> said(open, text, line, zone))
                .or(() -> line.told().map(ThreadPane::told))
                .orElseGet(() -> heading(line.day().orElse("")));
    }

    private static Component told(ThreadMark mark) {
        Span told = new Span(mark.words());
        told.addClassName("thread-told");
        told.setClassName("over", mark.over());
        return told;
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
