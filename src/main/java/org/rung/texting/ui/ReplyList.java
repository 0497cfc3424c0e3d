package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rung.common.Page;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationRow;
import org.rung.texting.TextingPaths;

/** Conversations in a list, a page at a time: who, which campaign, the latest words, since when they wait. */
class ReplyList extends Div {

    private static final int SIZE = 30;

    private final Function<Page.Wanted, Page<ConversationRow>> source;
    private final Function<List<ConversationRow>, Map<ConversationId, String>> marks;
    private final Cover cover;
    private final Clock clock;
    private final Div list = new Div();
    private final Div empty = new Div();
    private final NativeButton more = new NativeButton();
    private final Kept<Shown> kept = new Kept<>(list);

    /** All that a row shows. */
    private record Shown(ConversationRow row, String age, boolean on, Optional<String> mark) {}

    private Optional<ConversationId> selected = Optional.empty();
    private int pages = 1;

    ReplyList(
            Function<Page.Wanted, Page<ConversationRow>> source,
            Function<List<ConversationRow>, Map<ConversationId, String>> marks,
            Cover cover,
            Clock clock,
            String emptyTitle,
            String emptyLine) {
        this.source = source;
        this.marks = marks;
        this.cover = cover;
        this.clock = clock;
        addClassName("reply-list");
        list.getElement().setAttribute("role", "list");
        empty.add(new H2(getTranslation(emptyTitle)), new Paragraph(getTranslation(emptyLine)));
        empty.addClassName("empty");
        more.setText(getTranslation("texting.replies.more"));
        more.addClickListener(click -> more());
        more.addClassNames("btn", "ghost", "small");
        add(list, empty, more);
    }

    void select(Optional<ConversationId> conversation) {
        selected = conversation;
        show();
    }

    /** The pages seen so far, read anew. */
    void show() {
        List<ConversationRow> rows = new ArrayList<>();
        Optional<String> next = Optional.empty();
        for (int page = 0; page < pages && (page == 0 || next.isPresent()); page++) {
            Page<ConversationRow> read = source.apply(new Page.Wanted(next, SIZE));
            rows.addAll(read.rows());
            next = read.next();
        }
        Instant now = clock.instant();
        Map<ConversationId, String> why = marks.apply(rows);
        kept.show(
                rows.stream()
                        .map(row -> new Shown(
                                row,
                                Phrases.ago(this, row.waitingSince().orElse(row.latestAt()), now),
                                selected.filter(row.conversationId()::equals).isPresent(),
                                Optional.ofNullable(why.get(row.conversationId()))))
                        .toList(),
                this::row);
        list.setVisible(!rows.isEmpty());
        empty.setVisible(rows.isEmpty());
        more.setVisible(next.isPresent());
    }

    private void more() {
        pages++;
        show();
    }

    private Component row(Shown shown) {
        ConversationRow row = shown.row();
        Span face = new Span(row.initials().isEmpty() ? "?" : row.initials());
        face.addClassName("face-s");
        face.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(row.supporter().isBlank() ? getTranslation("texting.unnamed") : row.supporter());
        name.addClassNames("clip", "grow", "reply-name");
        Span age = new Span(shown.age());
        age.addClassNames("small", "muted", "nowrap");
        Div top = new Div(name, age);
        top.addClassName("row");
        Span words = new Span(
                row.snippet().isBlank()
                        ? getTranslation("texting.wordless")
                        : cover.line(this, row.inbound(), row.snippet()));
        words.addClassNames("clip", "small", "reply-words");
        Span campaign =
                new Span(row.campaignName().isBlank() ? getTranslation("texting.noCampaign") : row.campaignName());
        campaign.addClassNames("small", "muted", "clip");
        Div middle = new Div(top, words, campaign);
        shown.mark().ifPresent(why -> middle.addComponentAtIndex(1, mark(why)));
        middle.addClassNames("grow", "reply-middle");
        Anchor link = new Anchor("/" + TextingPaths.conversation(row.conversationId()), face, middle);
        link.addClassNames("reply-row", "row");
        link.setClassName("unread", row.unread() > 0);
        if (row.back()) {
            Span back = new Span(getTranslation("texting.replies.back"));
            back.addClassNames("chip", "good");
            link.add(back);
        }
        if (row.unread() > 0) {
            Span unread = new Span(String.valueOf(row.unread()));
            unread.addClassName("nav-number");
            unread.getElement()
                    .setAttribute("role", "img")
                    .setAttribute("aria-label", getTranslation("texting.replies.unread", row.unread()));
            link.add(unread);
        }
        if (shown.on()) {
            link.addClassName("on");
            link.getElement().setAttribute("aria-current", "true");
        }
        Div item = new Div(link);
        item.getElement().setAttribute("role", "listitem");
        return item;
    }

    private static Span mark(String why) {
        Span mark = new Span(why);
        mark.addClassNames("small", "strong", "clip", "reply-mark");
        return mark;
    }
}
