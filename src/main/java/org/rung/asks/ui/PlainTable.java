package org.rung.asks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A small table with real table semantics; on a phone each row becomes a card that names its cells. */
class PlainTable extends NativeTable {
    private final List<String> columns;

    PlainTable(String name, List<String> columns) {
        this.columns = columns;
        addClassName("ladder-table");
        getElement().setAttribute("aria-label", name);
        NativeTableRow head = getHead().addRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
    }

    void row(List<Component> cells) {
        NativeTableRow row = getBody().addRow();
        for (int i = 0; i < cells.size(); i++) {
            NativeTableCell cell = new NativeTableCell();
            cell.getElement().setAttribute("data-label", columns.get(i));
            cell.add(cells.get(i));
            row.add(cell);
        }
    }

    static Component text(String words) {
        return new Span(words);
    }

    static Component number(String number) {
        Span span = new Span(number);
        span.addClassName("num");
        return span;
    }
}
