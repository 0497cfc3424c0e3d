package org.rung.exchange.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import org.rung.exchange.Import;
import org.rung.exchange.ImportState;

/** How far the rows are, how fast, and how long it will take. */
class ImportProgress extends Div {
    private final Clock clock;
    private final Div bar = new Div();
    private final Span rows = new Span();
    private final Span pace = new Span();
    private final Div counts = new Div();

    ImportProgress(Import now, Clock clock, Runnable cancel) {
        this.clock = clock;
        addClassNames("card", "col", "exchange-progress");
        boolean checking = now.state() == ImportState.CHECKING;
        var stop =
                new NativeButton(getTranslation(checking ? "exchange.back" : "exchange.cancel"), click -> cancel.run());
        stop.addClassNames("btn", "ghost");
        var note = new Paragraph(getTranslation(checking ? "exchange.checking.about" : "exchange.running.about"));
        note.addClassNames("muted", "small");
        pace.addClassNames("muted", "end", "num");
        rows.addClassNames("strong", "num");
        rows.getElement().setAttribute("aria-live", "polite");
        var line = new Div(rows, pace);
        line.addClassNames("row", "wrap");
        var actions = new Div(stop);
        actions.addClassName("actions");
        add(
                new H2(getTranslation(checking ? "exchange.checking" : "exchange.running")),
                bar,
                line,
                counts,
                note,
                actions);
        show(now);
    }

    void show(Import now) {
        bar.removeAll();
        bar.add(ImportWords.bar(this, now));
        rows.setText(
                now.rowsTotal().isPresent() && now.rowsTotal().get() > 0
                        ? getTranslation(
                                "exchange.run.rows-of",
                                now.rowsDone(),
                                now.rowsTotal().get())
                        : getTranslation("exchange.run.rows", now.rowsDone()));
        counts.removeAll();
        counts.add(ImportWords.counts(this, now));
        pace.setText(pace(now));
    }

    private String pace(Import now) {
        if (now.startedAt().isEmpty() || now.rowsDone() == 0) return "";
        double seconds = Math.max(
                0.2, Duration.between(now.startedAt().get(), clock.instant()).toMillis() / 1000.0);
        long rate = Math.round(now.rowsDone() / seconds);
        long left = now.progress() <= 0 ? 0 : Math.round(seconds * (1 - now.progress()) / now.progress());
        var time = left < 60
                ? getTranslation("exchange.run.seconds", Math.max(1, left))
                : getTranslation("exchange.run.minutes", (left + 59) / 60);
        return getTranslation("exchange.run.rate", rate) + " · " + time;
    }
}
