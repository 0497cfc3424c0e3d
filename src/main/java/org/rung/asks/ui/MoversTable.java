package org.rung.asks.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.text.NumberFormat;
import java.util.List;
import org.rung.asks.Board;

/** Texters who moved people. */
class MoversTable extends Div {
    MoversTable(Board board) {
        add(new H3(getTranslation("asks.board.movers")));
        if (board.movers().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("asks.board.movers.none"));
            none.addClassName("muted");
            add(none);
            return;
        }
        NumberFormat format = NumberFormat.getIntegerInstance(getLocale());
        PlainTable table = new PlainTable(
                getTranslation("asks.board.movers"),
                List.of(
                        getTranslation("asks.board.movers.texter"),
                        getTranslation("asks.board.movers.people"),
                        getTranslation("asks.board.movers.up")));
        board.movers()
                .forEach(mover -> table.row(List.of(
                        PlainTable.text(
                                mover.name().isEmpty() ? getTranslation("asks.board.movers.former") : mover.name()),
                        PlainTable.number(format.format(mover.supporters())),
                        PlainTable.number(format.format(mover.moves())))));
        add(table);
    }
}
