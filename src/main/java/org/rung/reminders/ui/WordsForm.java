package org.rung.reminders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.reminders.ReminderKind;
import org.rung.reminders.Reminders;

/** What one of the texts says in one language, and how that reads. */
class WordsForm extends Details {
    private final transient Reminders reminders;
    private final transient Actor.Member actor;
    private final ReminderKind kind;
    private final Locale language;
    private final TextArea area = new TextArea(getTranslation("reminders.words.says"));
    private final Span preview = new Span();

    WordsForm(Reminders reminders, Actor.Member actor, ReminderKind kind, Locale language, String words) {
        this.reminders = reminders;
        this.actor = actor;
        this.kind = kind;
        this.language = language;
        area.setMaxLength(600);
        area.setWidthFull();
        area.setHelperText(getTranslation("reminders.words.help"));
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.addValueChangeListener(changed -> preview());
        area.setValue(words);
        preview.addClassName("notice");
        preview.getElement().setAttribute("role", "status");
        preview.getElement().setAttribute("aria-label", getTranslation("reminders.words.preview"));
        preview.getElement().setAttribute("lang", language.getLanguage());
        var save = new Button(getTranslation("reminders.words.save"), click -> say(Optional.of(area.getValue())));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var usual = new Button(getTranslation("reminders.words.usual"), click -> say(Optional.empty()));
        var buttons = new Div(save, usual);
        buttons.addClassName("actions");
        var label = new Span(getTranslation("reminders.words.preview"));
        label.addClassNames("small", "muted");
        var inside = new Div(area, label, preview, buttons);
        inside.addClassName("col");
        setSummaryText(getTranslation("reminders.kind." + kind));
        add(inside);
        setWidthFull();
        preview();
    }

    private void preview() {
        try {
            preview.setText(
                    area.getValue().isBlank()
                            ? getTranslation("reminders.words.none")
                            : reminders.preview(actor, language, area.getValue()));
            area.setInvalid(false);
        } catch (Problem wrong) {
            refuse(wrong);
        }
    }

    private void say(Optional<String> words) {
        try {
            reminders.say(actor, kind, language, words);
            area.setValue(reminders.words(actor, language).getOrDefault(kind, ""));
            area.setInvalid(false);
            Notification.show(getTranslation("reminders.saved"), 3_000, Notification.Position.TOP_CENTER);
        } catch (Problem wrong) {
            refuse(wrong);
            area.focus();
        }
    }

    private void refuse(Problem wrong) {
        area.setErrorMessage(Sentences.of(wrong));
        area.setInvalid(true);
    }
}
