package org.rung.exchange.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.rung.exchange.Import;
import org.rung.exchange.ImportState;

/** What an import looks like in words, chips and bars. */
final class ImportWords {
    private ImportWords() {}

    static Span state(Component on, Import one) {
        var chip = new Span(on.getTranslation("exchange.state." + one.state()));
        chip.addClassName("chip");
        if (one.state() == ImportState.DONE) chip.addClassName("good");
        if (one.state() == ImportState.FAILED) chip.addClassName("bad");
        if (one.working() || one.state() == ImportState.CHECKED) chip.addClassName("warn");
        return chip;
    }

    static Div counts(Component on, Import one) {
        var counts = one.counts();
        boolean dry = one.state() == ImportState.CHECKED || one.state() == ImportState.CHECKING;
        var chips = new Div();
        chips.addClassNames("row", "wrap", "exchange-counts");
        chips.add(chip(on, dry ? "exchange.count.would-create" : "exchange.count.created", counts.created(), "good"));
        chips.add(chip(on, dry ? "exchange.count.would-update" : "exchange.count.updated", counts.updated(), ""));
        chips.add(chip(on, "exchange.count.unchanged", counts.unchanged(), ""));
        chips.add(chip(on, "exchange.count.rejected", counts.rejected(), "bad"));
        return chips;
    }

    private static Span chip(Component on, String key, long count, String kind) {
        var chip = new Span(on.getTranslation(key, count));
        chip.addClassNames("chip", "num");
        if (count > 0 && !kind.isEmpty()) chip.addClassName(kind);
        return chip;
    }

    static Div bar(Component on, Import one) {
        var filled = new Element("b");
        int percent = (int) Math.floor(one.progress() * 100);
        filled.getStyle().set("width", percent + "%");
        var bar = new Div();
        bar.addClassNames("bar", "exchange-bar");
        bar.getElement().appendChild(filled);
        bar.getElement().setAttribute("role", "progressbar");
        bar.getElement().setAttribute("aria-label", on.getTranslation("exchange.run.progress"));
        bar.getElement().setAttribute("aria-valuemin", "0");
        bar.getElement().setAttribute("aria-valuemax", "100");
        bar.getElement().setAttribute("aria-valuenow", Integer.toString(percent));
        return bar;
    }

    static String number(Component on, long number) {
        return NumberFormat.getIntegerInstance(
                        on.getUI().map(ui -> ui.getLocale()).orElse(Locale.ENGLISH))
                .format(number);
    }

    static String when(Component on, Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(on.getUI().map(ui -> ui.getLocale()).orElse(Locale.ENGLISH))
                .format(instant.atZone(zone));
    }

    static String size(Component on, long bytes) {
        if (bytes < 1_000_000) return on.getTranslation("exchange.size.kb", Math.max(1, bytes / 1_000));
        return on.getTranslation("exchange.size.mb", bytes / 1_000_000);
    }
}
