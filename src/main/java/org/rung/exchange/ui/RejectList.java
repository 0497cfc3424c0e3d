package org.rung.exchange.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.rung.exchange.RejectReason;

/** Why rows were not taken, the commonest first. */
class RejectList extends Div {
    RejectList(List<RejectReason> reasons) {
        addClassNames("exchange-reasons");
        if (reasons.isEmpty()) {
            setVisible(false);
            return;
        }
        add(new H3(getTranslation("exchange.reasons")));
        for (var reason : reasons) {
            var rows = new Span(getTranslation("exchange.rows", reason.rows()));
            rows.addClassNames("chip", "bad", "num");
            var why = new Span(reason.reason().in(getLocale()));
            why.addClassName("grow");
            var where = new Span(getTranslation("exchange.reasons.line", reason.firstLine()));
            where.addClassNames("muted", "small", "nowrap");
            var line = new Div(rows, why, where);
            line.addClassNames("row", "exchange-reason");
            add(line);
        }
    }
}
