package org.rung.ladder.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.text.NumberFormat;
import java.util.List;
import org.rung.ladder.Board;

/** Texters who moved people. */
class MoversTable extends Div {
    MoversTable(Board board) {
        add(new H3(getTranslation("ladder.board.movers")));
        if (board.movers().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("ladder.board.movers.none"));
            none.addClassName("muted");
            add(none);
            return;
        }
        NumberFormat format = NumberFormat.getIntegerInstance(getLocale());
        PlainTable table = new PlainTable(
                getTranslation("ladder.board.movers"),
                List.of(
                        getTranslation("ladder.board.movers.texter"),
                        getTranslation("ladder.board.movers.people"),
                        getTranslation("ladder.board.movers.up")));
        board.movers()
                .forEach(mover -> table.row(List.of(
                        PlainTable.text(
                                mover.name().isEmpty() ? getTranslation("ladder.board.movers.former") : mover.name()),
                        PlainTable.number(format.format(mover.supporters())),
                        PlainTable.number(format.format(mover.moves())))));
        add(table);
    }
}
