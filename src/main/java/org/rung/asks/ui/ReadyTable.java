package org.rung.asks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.asks.Board;
import org.rung.asks.Boards;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.ladder.Rung;
import org.rung.ladder.StartingWords;
import org.rung.people.PeoplePaths;

/** Who is ready for the next ask, and a turf of them. */
class ReadyTable extends Section {
    private static final int SIZE = 12;
    /** Turf's page by its path: turf stands above this room. */
    private static final String NEW_TURF = "turf/new?kind=ready";

    private final Boards boards;
    private final Actor actor;
    private final Locale locale;
    private final ZoneId zone;
    private final Select<Rung> rung = new Select<>();
    private final Anchor makeTurf = new Anchor();
    private final Div body = new Div();
    private final NativeButton more = new NativeButton();
    private final List<Board.Ready> shown = new ArrayList<>();
    private Optional<Board> board = Optional.empty();
    private Optional<String> next = Optional.empty();

    ReadyTable(Boards boards, Actor actor, Locale locale, ZoneId zone) {
        this.boards = boards;
        this.actor = actor;
        this.locale = locale;
        this.zone = zone;
        addClassNames("card", "ladder-table-card");
        H3 title = new H3(getTranslation("asks.ready.title"));
        title.addClassName("grow");
        rung.setAriaLabel(getTranslation("asks.ready.rung"));
        rung.setEmptySelectionAllowed(true);
        rung.setEmptySelectionCaption(getTranslation("asks.ready.rung.all"));
        rung.setItemLabelGenerator(one -> one == null
                ? getTranslation("asks.ready.rung.all")
                : one.position() + " " + StartingWords.in(locale, one.name()));
        rung.addValueChangeListener(change -> load());
        makeTurf.addClassNames("btn", "small");
        Div head = new Div(title, rung, makeTurf);
        head.addClassNames("row", "wrap");
        more.setText(getTranslation("asks.ready.more"));
        more.addClassNames("btn", "ghost", "small");
        more.addClickListener(click -> append());
        add(head, body, more);
    }

    void show(Board now) {
        if (board.isEmpty()) {
            rung.setItems(now.ladder().rungs());
        }
        board = Optional.of(now);
        turf();
    }

    void load() {
        shown.clear();
        next = Optional.empty();
        append();
        turf();
    }

    /** Keeps what someone is reading: only a list at its start is read anew. */
    void freshen() {
        if (shown.size() <= SIZE) {
            load();
        }
    }

    private int position() {
        return rung.getOptionalValue().map(Rung::position).orElse(0);
    }

    private void append() {
        Page<Board.Ready> page = boards.ready(actor, position(), new Page.Wanted(next, SIZE));
        shown.addAll(page.rows());
        next = page.next();
        more.setVisible(next.isPresent());
        body.removeAll();
        body.add(shown.isEmpty() ? nobody() : table());
    }

    private Component nobody() {
        Paragraph none = new Paragraph(getTranslation("asks.ready.none"));
        none.addClassName("muted");
        return none;
    }

    private PlainTable table() {
        PlainTable table = new PlainTable(
                getTranslation("asks.ready.title"),
                List.of(
                        getTranslation("asks.ready.supporter"),
                        getTranslation("asks.ready.stands"),
                        getTranslation("asks.ready.why"),
                        getTranslation("asks.ready.ask")));
        for (Board.Ready row : shown) {
            Anchor name = new Anchor(
                    PeoplePaths.supporter(row.supporterId()),
                    row.name().isEmpty() ? getTranslation("asks.ready.nameless") : row.name());
            table.row(List.of(
                    name,
                    PlainTable.text(StartingWords.in(getLocale(), row.rung())),
                    PlainTable.text(
                            row.ask().map(ask -> ask.reason().in(locale, zone)).orElse("")),
                    PlainTable.text(row.ask()
                            .map(ask -> StartingWords.in(locale, ask.title()))
                            .orElse(""))));
        }
        return table;
    }

    private void turf() {
        int position = position();
        long people = board.map(now -> now.levels().stream()
                        .filter(level -> position == 0 || level.rung().position() == position)
                        .mapToLong(Board.Level::ready)
                        .sum())
                .orElse(0L);
        makeTurf.setVisible(people > 0 && actor.may(Permission.CUT_TURF));
        makeTurf.setText(getTranslation("asks.ready.turf", people));
        // Every rung by its number: a condition without values would be everyone as soon as someone changes it.
        makeTurf.setHref(NEW_TURF
                + board.stream()
                        .flatMap(now -> now.levels().stream())
                        .map(level -> level.rung().position())
                        .filter(one -> position == 0 || one == position)
                        .map(one -> "&value=" + one)
                        .collect(Collectors.joining()));
    }
}
