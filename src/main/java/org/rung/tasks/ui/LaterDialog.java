package org.rung.tasks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.rung.accounts.FieldWords;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.tasks.TaskDraft;

/** By when instead: a day under the thumb, or any other. */
class LaterDialog extends Dialog {
    private final transient Consumer<LocalDate> chosen;
    private final DatePicker day = FieldWords.in(new DatePicker());

    LaterDialog(LocalDate today, Consumer<LocalDate> chosen) {
        this.chosen = chosen;
        setHeaderTitle(getTranslation("tasks.later"));
        setWidth("min(420px, 94vw)");
        var quick = new Div(
                quick(today.plusDays(1), today), quick(today.plusDays(3), today), quick(today.plusWeeks(1), today));
        quick.addClassName("followups-quick");
        quick.getElement().setAttribute("role", "group");
        quick.getElement().setAttribute("aria-label", getTranslation("tasks.later"));
        day.setLabel(getTranslation("tasks.day.other"));
        day.setMin(today);
        day.setMax(today.plusDays(TaskDraft.FARTHEST));
        day.setWidthFull();
        var save = new Button(getTranslation("tasks.save"), click -> take(day.getValue()));
        save.setEnabled(false);
        day.addValueChangeListener(change -> save.setEnabled(change.getValue() != null && !day.isInvalid()));
        var body = new Div(quick, day);
        body.addClassNames("col", "followups-dialog");
        add(body);
        getFooter().add(new Button(getTranslation("tasks.cancel"), click -> close()), save);
    }

    private Component quick(LocalDate when, LocalDate today) {
        var button = new NativeButton();
        button.add(new Span(TaskWords.day(when, today)));
        button.addClassName("chip");
        button.addClickListener(click -> take(when));
        return button;
    }

    private void take(LocalDate when) {
        try {
            chosen.accept(when);
            close();
        } catch (Problem refused) {
            day.setErrorMessage(Sentences.of(refused));
            day.setInvalid(true);
            day.focus();
        }
    }
}
