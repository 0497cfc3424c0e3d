package org.rung.promises.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.accounts.Sentences;
import org.rung.actions.Money;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentDraft;
import org.rung.common.Problem;
import org.rung.giving.MoneyText;
import org.rung.promises.PromiseDraft;

/** What they promised: its kind under the thumb, and if one likes its words, its day and a note. */
class PromiseDialog extends Dialog {
    private final transient Consumer<PromiseDraft> said;
    private final Map<AskFamily, NativeButton> families = new EnumMap<>(AskFamily.class);
    private final TextField what = new TextField();
    private final TextField amount = new TextField();
    private final String currency;
    private final TextField note = new TextField();
    private final DayField day;
    private final Div problem = new Div();
    private AskFamily family;

    PromiseDialog(LocalDate today, AskFamily usual, String currency, Consumer<PromiseDraft> said) {
        this.said = said;
        this.currency = currency;
        family = usual;
        setHeaderTitle(getTranslation("promises.menu"));
        setWidth("min(460px, 94vw)");
        Div kinds = new Div();
        kinds.addClassName("promises-usual");
        kinds.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("promises.what"));
        PromiseWords.OFFERED.forEach(one -> kinds.add(kind(one)));
        what.setLabel(getTranslation("promises.words"));
        what.setHelperText(getTranslation("promises.words.help"));
        what.setMaxLength(CommitmentDraft.LONGEST_TITLE);
        what.setWidthFull();
        amount.setLabel(getTranslation("promises.amount", currency));
        amount.setHelperText(getTranslation("promises.amount.help"));
        amount.setMaxLength(30);
        amount.setWidthFull();
        amount.getElement().setAttribute("inputmode", "decimal");
        note.setLabel(getTranslation("promises.note"));
        note.setMaxLength(CommitmentDraft.LONGEST_NOTE);
        note.setWidthFull();
        day = new DayField(today, PromiseDraft.FARTHEST);
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Button save = new Button(getTranslation("promises.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div body = new Div(kinds, what, amount, day, note, problem);
        body.addClassNames("col", "promises-dialog");
        add(body);
        getFooter().add(new Button(getTranslation("promises.cancel"), click -> close()), save);
        choose(usual);
    }

    @Override
    public void open() {
        super.open();
        Objects.requireNonNull(families.get(family)).focus();
    }

    private NativeButton kind(AskFamily one) {
        NativeButton kind = new NativeButton(PromiseWords.family(one), click -> choose(one));
        kind.addClassName("chip");
        families.put(one, kind);
        return kind;
    }

    private void choose(AskFamily chosen) {
        family = chosen;
        amount.setVisible(chosen == AskFamily.GIVE);
        families.forEach((one, kind) -> {
            kind.setClassName("on", one == chosen);
            kind.getElement().setAttribute("aria-pressed", String.valueOf(one == chosen));
        });
    }

    private void save() {
        try {
            said.accept(new PromiseDraft(family, what.getValue(), day.chosen(), note.getValue()).pledging(pledged()));
            close();
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
            problem.setVisible(true);
        }
    }

    private Optional<Money> pledged() {
        return family == AskFamily.GIVE && !amount.getValue().isBlank()
                ? Optional.of(MoneyText.read(amount.getValue(), currency))
                : Optional.empty();
    }
}
