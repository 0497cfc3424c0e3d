package org.rung.asks.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rung.accounts.Sentences;
import org.rung.asks.Ask;
import org.rung.asks.AskDraft;
import org.rung.asks.Risk;
import org.rung.asks.Urgency;
import org.rung.commitments.AskFamily;
import org.rung.common.Problem;
import org.rung.ladder.Ladder;
import org.rung.ladder.Rung;
import org.rung.ladder.StartingWords;

/** Writes an ask: what, to whom, how soon, and what to say. */
class AskDialog extends Dialog {
    private final TextField title = new TextField(getTranslation("asks.dialog.title"));
    private final Select<AskFamily> family = new Select<>();
    private final MultiSelectComboBox<Rung> rungs = new MultiSelectComboBox<>(getTranslation("asks.dialog.rungs"));
    private final TextArea words = new TextArea(getTranslation("asks.dialog.words"));
    private final IntegerField capacity = new IntegerField(getTranslation("asks.dialog.capacity"));
    private final IntegerField cooldown = new IntegerField(getTranslation("asks.dialog.cooldown"));
    private final Select<Urgency> urgency = new Select<>();
    private final Select<Risk> risk = new Select<>();
    private final TextField languages = new TextField(getTranslation("asks.dialog.languages"));
    private final OtherLanguage other;
    private final Div problem = new Div();
    private final transient Consumer<AskDraft> save;
    private final transient Runnable done;

    AskDialog(Ladder ladder, Ask ask, String house, Consumer<AskDraft> save, Runnable done) {
        this(ladder, house, save, done);
        setHeaderTitle(getTranslation("asks.library.change") + ": " + StartingWords.in(getLocale(), ask.title()));
        title.setValue(StartingWords.in(getLocale(), ask.title()));
        family.setValue(ask.family());
        rungs.setValue(ask.positions().stream().map(ladder::rung).collect(Collectors.toSet()));
        words.setValue(ask.words());
        ask.capacity().ifPresent(capacity::setValue);
        cooldown.setValue(ask.cooldownDays());
        urgency.setValue(ask.urgency());
        risk.setValue(ask.risk());
        languages.setValue(String.join(", ", new TreeSet<>(ask.languages())));
        other.show(ask.variants());
    }

    /** @param house the language of the organization */
    AskDialog(Ladder ladder, String house, Consumer<AskDraft> save, Runnable done) {
        other = new OtherLanguage(house);
        this.save = save;
        this.done = done;
        setHeaderTitle(getTranslation("asks.library.new"));
        setWidth("min(560px, 96vw)");
        title.setMaxLength(120);
        title.setRequiredIndicatorVisible(true);
        family.setLabel(getTranslation("asks.dialog.family"));
        family.setItems(AskFamily.values());
        family.setItemLabelGenerator(one -> getTranslation("asks.promises.family." + one));
        family.setValue(AskFamily.COME);
        rungs.setItems(ladder.rungs());
        rungs.setItemLabelGenerator(rung -> rung.position() + " " + StartingWords.in(getLocale(), rung.name()));
        rungs.setRequiredIndicatorVisible(true);
        words.setMaxLength(320);
        words.setHelperText(getTranslation("asks.dialog.words.help"));
        capacity.setMin(1);
        capacity.setHelperText(getTranslation("asks.dialog.capacity.help"));
        cooldown.setMin(0);
        cooldown.setValue(14);
        urgency.setLabel(getTranslation("asks.dialog.urgency"));
        urgency.setItems(Urgency.values());
        urgency.setItemLabelGenerator(one -> getTranslation("asks.urgency." + one));
        urgency.setValue(Urgency.USUAL);
        risk.setLabel(getTranslation("asks.dialog.risk"));
        risk.setItems(Risk.values());
        risk.setItemLabelGenerator(one -> getTranslation("asks.risk." + one));
        risk.setValue(Risk.LOW);
        risk.setHelperText(getTranslation("asks.dialog.risk.help"));
        languages.setHelperText(getTranslation("asks.dialog.languages.help"));
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var form = new Div(title, family, rungs, words, other, capacity, cooldown, urgency, risk, languages, problem);
        form.addClassName("form");
        add(form);
        var ok = new Button(getTranslation("asks.edit.save"), click -> decide());
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("asks.edit.cancel"), click -> close()), ok);
    }

    private void decide() {
        try {
            save.accept(new AskDraft(
                    rungs.getValue().stream().map(Rung::rungId).collect(Collectors.toSet()),
                    family.getValue(),
                    title.getValue(),
                    words.getValue(),
                    Optional.ofNullable(capacity.getValue()),
                    Optional.ofNullable(cooldown.getValue()).orElse(14),
                    urgency.getValue(),
                    risk.getValue(),
                    languages.getValue().isBlank()
                            ? Set.of()
                            : Arrays.stream(languages.getValue().split(","))
                                    .map(String::strip)
                                    .collect(Collectors.toSet()),
                    other.variants()));
            close();
            done.run();
        } catch (Problem refused) {
            say(refused);
        }
    }

    /** At the field that is wrong, or below them all. */
    private void say(Problem refused) {
        Map<String, HasValidation> fields = Map.of(
                "title", title,
                "rungs", rungs,
                "words", words,
                "capacity", capacity,
                "cooldownDays", cooldown,
                "languages", languages);
        fields.values().forEach(field -> field.setInvalid(false));
        HasValidation at = refused instanceof Problem.Invalid wrong ? fields.get(wrong.field()) : null;
        problem.setVisible(at == null);
        if (at == null) {
            problem.setText(Sentences.of(refused));
            problem.scrollIntoView();
            return;
        }
        at.setErrorMessage(Sentences.of(refused));
        at.setInvalid(true);
        if (at instanceof Focusable<?> field) field.focus();
    }
}
