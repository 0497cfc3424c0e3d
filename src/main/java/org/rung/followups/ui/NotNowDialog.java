package org.rung.followups.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.rung.accounts.FieldWords;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.followups.FollowUpDraft;
import org.rung.texting.Asides;

/** When to ask again, and why: a day under the thumb, or any other. */
class NotNowDialog extends Dialog {
    private final transient Consumer<FollowUpDraft> chosen;
    private final TextField note = new TextField();
    private final DatePicker day = FieldWords.in(new DatePicker());

    NotNowDialog(LocalDate today, String before, Consumer<FollowUpDraft> chosen) {
        this.chosen = chosen;
        setHeaderTitle(getTranslation("followups.notNow.title"));
        setWidth("min(420px, 94vw)");
        note.setLabel(getTranslation("followups.note"));
        note.setHelperText(getTranslation("followups.note.help"));
        note.setMaxLength(FollowUpDraft.LONGEST);
        note.setValue(before);
        note.setWidthFull();
        Div quick = new Div(
                quick("followups.tomorrow", today.plusDays(1)),
                quick("followups.threeDays", today.plusDays(3)),
                quick("followups.week", today.plusWeeks(1)));
        quick.addClassName("followups-quick");
        quick.getElement().setAttribute("role", "group");
        quick.getElement().setAttribute("aria-label", getTranslation("followups.when"));
        day.setLabel(getTranslation("followups.other"));
        day.setMin(today.plusDays(1));
        day.setMax(today.plusDays(Asides.FARTHEST));
        day.setWidthFull();
        Button save = new Button(getTranslation("followups.save"));
        save.setEnabled(false);
        save.addClickListener(click -> take(day.getValue()));
        day.addValueChangeListener(change -> save.setEnabled(change.getValue() != null && !day.isInvalid()));
        Div body = new Div(note, quick, day);
        body.addClassNames("col", "followups-dialog");
        add(body);
        getFooter().add(new Button(getTranslation("followups.cancel"), click -> close()), save);
    }

    private Component quick(String words, LocalDate when) {
        Span name = new Span(getTranslation(words));
        Span date = new Span(Days.said(when));
        date.addClassNames("small", "muted");
        NativeButton button = new NativeButton();
        button.add(name, date);
        button.addClassNames("chip");
        button.addClickListener(click -> take(when));
        return button;
    }

    private void take(LocalDate when) {
        try {
            chosen.accept(new FollowUpDraft(when, note.getValue()));
            close();
        } catch (Problem.Invalid wrong) {
            day.setErrorMessage(Sentences.of(wrong));
            day.setInvalid(true);
            day.focus();
        }
    }
}
