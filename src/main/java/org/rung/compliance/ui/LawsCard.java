package org.rung.compliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import org.rung.hours.Law;

/** The table of calling hours, with where each line is from and when somebody looked at it. */
class LawsCard extends Div {
    private static final String CUSTOM = "custom:";

    private final TextField search = new TextField();
    private final Div list = new Div();

    LawsCard() {
        addClassNames("card", "col");
        search.setLabel(getTranslation("compliance.laws.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> redraw());
        list.addClassName("laws");
        add(
                new H2(getTranslation("compliance.laws.title")),
                muted(getTranslation("compliance.laws.line")),
                search,
                list);
        redraw();
    }

    private void redraw() {
        list.removeAll();
        var words = search.getValue().strip().toLowerCase(getLocale());
        Law.all().stream().filter(law -> words.isEmpty() || matches(law, words)).forEach(law -> list.add(row(law)));
        if (list.getComponentCount() == 0) list.add(muted(getTranslation("compliance.laws.none")));
    }

    private boolean matches(Law law, String words) {
        return (law.name(getLocale()) + " " + law.place().code() + " " + law.source())
                .toLowerCase(getLocale())
                .contains(words);
    }

    private Component row(Law law) {
        var place = new Span(law.name(getLocale()));
        place.addClassName("strong");
        var hours = new Span(
                hours(law.hours()) + (law.holidays() ? " · " + getTranslation("compliance.laws.holidays") : ""));
        hours.addClassName("num");
        var row = new Div(
                place, hours, muted(source(law.source())), muted(getTranslation("compliance.laws.seen", law.seen())));
        row.addClassName("law-row");
        return row;
    }

    /** The table's days in the reader's words: mon-sat 8:00-20:00 is Mon–Sat 8:00–20:00. */
    private String hours(String written) {
        var days = written.replace("mon-sun", getTranslation("compliance.laws.every"));
        for (var day : DayOfWeek.values())
            days = days.replaceAll(
                    "\\b" + day.name().substring(0, 3).toLowerCase(Locale.ROOT) + "\\b",
                    day.getDisplayName(TextStyle.SHORT_STANDALONE, getLocale()));
        return days.replace('-', '–');
    }

    /** A code of a trade is said to be one. */
    private String source(String written) {
        return written.startsWith(CUSTOM)
                ? getTranslation(
                        "compliance.laws.custom",
                        written.substring(CUSTOM.length()).strip())
                : written;
    }

    private static Span muted(String words) {
        var span = new Span(words);
        span.addClassNames("muted", "small");
        return span;
    }
}
