package org.rung.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.review.ReviewFilter;
import org.rung.review.ReviewRow;
import org.rung.texting.ConversationId;

/** The texts that were found, a page after the other. */
class ResultList extends Div {
    private static final int SIZE = 40;

    private final transient BiFunction<ReviewFilter, Page.Wanted, Page<ReviewRow>> source;
    private final transient Members members;
    private final transient Actor actor;
    private final transient Consumer<ConversationId> open;
    private final transient Runnable selected;
    private final DateTimeFormatter times;
    private final List<Row> rows = new ArrayList<>();
    private final Div list = new Div();
    private final Div empty = new Div();
    private final Span status = new Span();
    private final NativeButton more = new NativeButton();
    private ReviewFilter filter = ReviewFilter.ALL;
    private Optional<String> next = Optional.empty();
    private Optional<ConversationId> marked = Optional.empty();

    ResultList(
            BiFunction<ReviewFilter, Page.Wanted, Page<ReviewRow>> source,
            Members members,
            Actor actor,
            ZoneId zone,
            Consumer<ConversationId> open,
            Runnable selected) {
        this.source = source;
        this.members = members;
        this.actor = actor;
        this.open = open;
        this.selected = selected;
        times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(zone);
        addClassName("review-results");
        list.addClassNames("card", "review-rows");
        list.getElement().setAttribute("role", "list");
        list.getElement().setAttribute("aria-label", getTranslation("review.results"));
        empty.addClassNames("card", "empty");
        empty.add(new H2(getTranslation("review.none")), new Paragraph(getTranslation("review.none.line")));
        status.addClassNames("small", "muted");
        status.getElement().setAttribute("role", "status");
        more.addClickListener(click -> append());
        more.addClassNames("btn", "ghost", "small", "review-next");
        add(list, empty, status, more);
    }

    void show(ReviewFilter looked) {
        filter = looked;
        next = Optional.empty();
        rows.clear();
        list.removeAll();
        append();
    }

    private void append() {
        Page<ReviewRow> page = source.apply(filter, new Page.Wanted(next, SIZE));
        next = page.next();
        Set<MemberId> authors =
                page.rows().stream().flatMap(row -> row.texter().stream()).collect(Collectors.toSet());
        Map<MemberId, String> names = authors.isEmpty() ? Map.of() : members.names(actor.organization(), authors);
        page.rows().forEach(found -> {
            Row row = new Row(found, filter.words(), times.format(found.at()), names, open, selected);
            row.mark(marked);
            rows.add(row);
            list.add(row);
        });
        list.setVisible(!rows.isEmpty());
        empty.setVisible(rows.isEmpty() && next.isEmpty());
        // So many texts were looked through without filling a page: there may be more behind them.
        boolean further = next.isPresent() && page.rows().size() < SIZE;
        status.setText(further ? getTranslation("review.further.line") : "");
        more.setText(getTranslation(further ? "review.further" : "review.more"));
        more.setVisible(next.isPresent());
    }

    boolean nothing() {
        return rows.isEmpty();
    }

    void mark(Optional<ConversationId> conversation) {
        marked = conversation;
        rows.forEach(row -> row.mark(conversation));
    }

    void chooseAll(boolean on) {
        rows.forEach(row -> row.choose(on));
    }

    Set<ConversationId> chosen() {
        return rows.stream()
                .filter(Row::chosen)
                .flatMap(row -> row.conversation().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
