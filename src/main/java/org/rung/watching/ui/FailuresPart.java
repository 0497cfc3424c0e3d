package org.rung.watching.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import org.rung.watching.Health;

/** What carriers and the provider refused, and what can be done about each. */
class FailuresPart extends Section {
    private final NumberFormat whole = NumberFormat.getIntegerInstance(getLocale());

    FailuresPart(Health health) {
        addClassNames("card", "col");
        var lead = new Span(getTranslation("watching.failures.lead"));
        lead.addClassNames("muted", "small");
        add(new H2(getTranslation("watching.failures")));
        if (health.failures().isEmpty()) {
            var none = new Span(getTranslation("watching.failures.none"));
            none.addClassName("muted");
            add(none);
            return;
        }
        add(lead, table(health));
    }

    private NativeTable table(Health health) {
        var table = new NativeTable();
        table.addClassName("health-failures");
        var titles = table.getHead().addRow();
        title(titles, "watching.failures.code").removeClassName("num");
        title(titles, "watching.failures.what").removeClassName("num");
        title(titles, "watching.failures.day");
        title(titles, "watching.failures.week");
        health.failures().forEach(failure -> row(table.getBody().addRow(), failure));
        return table;
    }

    private NativeTableHeaderCell title(NativeTableRow titles, String key) {
        var title = titles.addHeaderCell();
        title.setText(getTranslation(key));
        title.getElement().setAttribute("scope", "col");
        title.addClassName("num");
        return title;
    }

    private void row(NativeTableRow row, Health.Failure failure) {
        var code = row.addHeaderCell();
        code.setText(failure.code());
        code.addClassName("mono");
        code.getElement().setAttribute("scope", "row");
        var what = new Span(CodeWords.meaning(this, failure.code(), failure.known()));
        what.addClassName("health-what");
        var then = new Span(CodeWords.advice(this, failure.code(), failure.known()));
        then.addClassName("health-do");
        var words = row.addDataCell();
        words.addClassName("words");
        words.add(what, then);
        many(row.addDataCell(), failure.day(), "watching.failures.day");
        many(row.addDataCell(), failure.week(), "watching.failures.week");
    }

    private void many(NativeTableCell cell, int number, String of) {
        cell.setText(whole.format(number));
        cell.addClassName("num");
        cell.getElement().setAttribute("data-of", getTranslation(of));
    }
}
