package org.rung.review.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.PhoneNumbers;
import org.rung.messaging.Direction;
import org.rung.messaging.Hold;
import org.rung.messaging.MessageState;
import org.rung.messaging.Text;
import org.rung.review.Excerpt;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationRow;
import org.rung.texting.TextingPaths;

/** A thread to read, to answer in and to say a word about; on a phone it lies over the list. */
class ThreadSide extends Div {
    private final transient Threads threads;
    private final transient Actor.Member actor;
    private final transient ConversationId conversation;
    private final String words;
    private final DateTimeFormatter times;
    private final H2 name = new H2();
    private final Span about = new Span();
    private final Div thread = new Div();
    private final NativeButton earlier = new NativeButton();
    private Optional<MessageId> oldest = Optional.empty();

    ThreadSide(
            Threads threads,
            Actor.Member actor,
            ConversationId conversation,
            String words,
            Runnable close,
            Runnable changed) {
        this.threads = threads;
        this.actor = actor;
        this.conversation = conversation;
        this.words = words;
        times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(threads.zone());
        addClassNames("card", "review-thread");
        getElement().setAttribute("role", "region");
        about.addClassNames("small", "muted");
        name.getElement().setAttribute("tabindex", "-1");
        Anchor whole = new Anchor("/" + TextingPaths.conversation(conversation), getTranslation("review.open"));
        whole.addClassNames("btn", "ghost", "small");
        NativeButton back = new NativeButton(getTranslation("review.back"), click -> close.run());
        back.addClassNames("btn", "ghost", "small");
        Div who = new Div(name, about);
        who.addClassName("grow");
        Div head = new Div(who, whole, back);
        head.addClassNames("row", "wrap", "review-thread-head");
        thread.addClassNames("review-bubbles");
        thread.getElement().setAttribute("role", "log").setAttribute("tabindex", "0");
        earlier.setText(getTranslation("review.earlier"));
        earlier.addClassNames("btn", "ghost", "small");
        earlier.addClickListener(click -> read(oldest));
        add(head, thread);
        Threads.Shown shown = read(Optional.empty());
        if (!shown.conversation().closed()) {
            add(new AnswerPart(threads.correspondence(), actor, conversation, named(shown), () -> {
                oldest = Optional.empty();
                thread.removeAll();
                read(Optional.empty());
                changed.run();
            }));
        }
        add(new ScorePart(threads.scores(), actor, shown));
    }

    private Threads.Shown read(Optional<MessageId> before) {
        Threads.Shown shown = threads.read(actor, conversation, before);
        String who = named(shown);
        name.setText(who);
        getElement().setAttribute("aria-label", getTranslation("review.thread", who));
        thread.getElement().setAttribute("aria-label", getTranslation("review.thread", who));
        about.setText(Stream.of(
                        PhoneNumbers.masked(shown.conversation().phone()),
                        shown.row().map(ConversationRow::campaignName).orElse(""),
                        shown.conversation()
                                .closedReason()
                                .map(reason -> getTranslation("texting.closed." + reason.name()))
                                .orElseGet(() -> getTranslation("review.state."
                                        + shown.conversation().state().name())))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · ")));
        thread.remove(earlier);
        int at = 0;
        for (Text text : shown.texts()) thread.addComponentAtIndex(at++, said(text, shown.names()));
        if (threads.full(shown.texts())) thread.addComponentAsFirst(earlier);
        if (!shown.texts().isEmpty())
            oldest = Optional.of(shown.texts().getFirst().messageId());
        if (before.isEmpty()) scroll();
        return shown;
    }

    /** To the word that was looked for, or to the end. */
    private void scroll() {
        thread.getElement()
                .executeJs("requestAnimationFrame(() => { const marks = this.querySelectorAll('mark');"
                        + " if (marks.length) { const last = marks[marks.length - 1];"
                        + " this.scrollTop = last.offsetTop - this.offsetTop - this.clientHeight / 2; }"
                        + " else this.scrollTop = this.scrollHeight; })");
    }

    private String named(Threads.Shown shown) {
        return shown.row()
                .map(ConversationRow::supporter)
                .filter(one -> !one.isBlank())
                .orElseGet(() -> getTranslation("review.unnamed"));
    }

    private Div said(Text text, Map<MemberId, String> names) {
        boolean in = text.direction() == Direction.IN;
        Div bubble = new Div(new Pieces(Excerpt.whole(text.body(), words)));
        bubble.addClassNames("bub", in ? "them" : "us");
        bubble.setClassName("taken-back", text.state() == MessageState.CANCELLED);
        bubble.setClassName(
                "elsewhere",
                !in
                        && text.topicId()
                                .filter(topic -> topic == conversation.value())
                                .isEmpty());
        if (text.mediaCount() > 0) bubble.add(new Span(getTranslation("review.picture", text.mediaCount())));
        String author = text.author().map(id -> names.getOrDefault(id, "")).orElse("");
        Span mark = new Span(Stream.of(author, times.format(text.happenedAt()), delivery(text))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · ")));
        mark.addClassNames("thread-mark", "muted", in ? "them" : "us");
        mark.setClassName("down", text.state() == MessageState.FAILED || text.state() == MessageState.UNDELIVERED);
        Div said = new Div(bubble, mark);
        said.addClassNames("thread-text", in ? "them" : "us");
        return said;
    }

    private String delivery(Text text) {
        if (text.state() == MessageState.HELD
                && text.hold().filter(Hold.REVIEW::equals).isPresent()) {
            return getTranslation("texting.delivery.REVIEW");
        }
        return text.state() == MessageState.RECEIVED
                ? ""
                : getTranslation("texting.delivery." + text.state().name());
    }

    void focusName() {
        name.getElement().executeJs("this.focus({preventScroll: true})");
    }
}
