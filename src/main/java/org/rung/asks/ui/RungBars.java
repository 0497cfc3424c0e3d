package org.rung.asks.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.text.NumberFormat;
import org.rung.asks.Board;
import org.rung.ladder.StartingWords;
import org.rung.people.PeoplePaths;

/** The rungs from the top down, each a link to its people. */
class RungBars extends OrderedList {
    private final long most;

    RungBars(Board board) {
        addClassName("ladder-rungs");
        most = Math.max(
                1, board.levels().stream().mapToLong(Board.Level::people).max().orElse(1));
        board.levels()
                .reversed()
                .forEach(level ->
                        add(row(level, board.ladder().top(), board.ladder().key())));
    }

    private ListItem row(Board.Level level, int top, String key) {
        int position = level.rung().position();
        String people = NumberFormat.getIntegerInstance(getLocale()).format(level.people());
        Element name = new Element("b")
                .setText(position + " "
                        + StartingWords.in(getLocale(), level.rung().name()));
        Span blurb = new Span(StartingWords.in(getLocale(), level.rung().blurb()));
        blurb.addClassNames("small", "muted");
        Div title = new Div();
        title.addClassName("ladder-rung-name");
        title.getElement().appendChild(name, blurb.getElement());
        Span bar = new Span(people);
        bar.addClassNames("ladder-bar", "num", "rung-" + Math.min(position, 6));
        bar.getStyle().set("width", width(level.people()) + "%");
        Div track = new Div(bar);
        track.addClassName("ladder-track");
        Anchor link = new Anchor(PeoplePaths.SUPPORTERS + "?kind=rung&key=" + key + "&value=" + position);
        link.addClassName("ladder-rung");
        link.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "asks.board.rung.label",
                                position,
                                StartingWords.in(getLocale(), level.rung().name()),
                                level.people(),
                                level.up(),
                                level.faded()));
        link.add(title, track, moved(level, position == top));
        return new ListItem(link);
    }

    /** Bent a little, so that the few on the top rungs are seen beside the many below; the number says how many. */
    private long width(long people) {
        return Math.max(people == 0 ? 0 : 4, Math.round(100 * Math.pow((double) people / most, 0.7)));
    }

    private Div moved(Board.Level level, boolean top) {
        Div moved = new Div();
        moved.addClassName("ladder-rung-moved");
        if (top) {
            Span words = new Span(getTranslation("asks.board.top"));
            words.addClassNames("small", "muted");
            moved.add(words);
        } else {
            Span up = new Span("▲ " + getTranslation("asks.board.rung.up", level.up()));
            up.addClassNames(level.up() > 0 ? "up" : "muted", "small");
            moved.add(up);
        }
        if (level.faded() > 0) {
            Span faded = new Span("▼ " + getTranslation("asks.board.rung.faded", level.faded()));
            faded.addClassNames("muted", "small");
            moved.add(faded);
        }
        return moved;
    }
}
