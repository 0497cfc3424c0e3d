package org.rung.promises.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A day, if they named one: the phone's own calendar, with the likely ones under the thumb. */
class DayField extends Div {
    private final Input day = new Input();
    private final Map<NativeButton, LocalDate> quick = new LinkedHashMap<>();

    DayField(LocalDate today, int farthest) {
        addClassName("promises-day");
        LocalDate weekend = today.getDayOfWeek() == DayOfWeek.SUNDAY
                ? today
                : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        Div choices = new Div();
        choices.addClassName("promises-quick");
        choices.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("promises.when"));
        choices.add(
                choice("promises.tomorrow", today.plusDays(1)),
                choice("promises.weekend", weekend),
                choice("promises.nextWeek", today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
        day.setType("date");
        day.setId("promise-day");
        day.addClassName("promises-date");
        day.getElement()
                .setAttribute("min", today.toString())
                .setAttribute("max", today.plusDays(farthest).toString());
        day.addValueChangeListener(change -> show());
        NativeLabel label = new NativeLabel(getTranslation("promises.day"));
        label.setFor(day);
        label.addClassNames("small", "strong");
        add(label, choices, day);
    }

    private NativeButton choice(String words, LocalDate when) {
        Span name = new Span(getTranslation(words));
        Span date = new Span(PromiseWords.day(when));
        date.addClassNames("small", "muted");
        NativeButton button = new NativeButton();
        button.add(name, date);
        button.addClassName("chip");
        button.getElement().setAttribute("aria-pressed", "false");
        button.addClickListener(
                click -> day.setValue(chosen().filter(when::equals).isPresent() ? "" : when.toString()));
        quick.put(button, when);
        return button;
    }

    /** Chosen once more, it is not chosen. */
    private void show() {
        Optional<LocalDate> chosen = chosen();
        quick.forEach((button, when) -> {
            boolean on = chosen.filter(when::equals).isPresent();
            button.setClassName("on", on);
            button.getElement().setAttribute("aria-pressed", String.valueOf(on));
        });
    }

    Optional<LocalDate> chosen() {
        try {
            return day.getValue().isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(day.getValue()));
        } catch (DateTimeParseException half) {
            return Optional.empty();
        }
    }

    void focus() {
        day.focus();
    }
}
