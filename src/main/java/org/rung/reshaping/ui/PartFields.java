package org.rung.reshaping.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.commitments.AskFamily;
import org.rung.common.Problem;
import org.rung.ladder.Rule.Evidence;
import org.rung.ladder.RuleSentences;

/** One thing to be found in the last so many days, said as a sentence below its fields. */
class PartFields extends Div {
    /** How it is looked for. */
    enum Find {
        HAS,
        COUNT,
        SUM,
        KEPT
    }

    private final Select<Find> find = new Select<>();
    private final MultiSelectComboBox<ActionType> types = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<AskFamily> families = new MultiSelectComboBox<>();
    private final IntegerField atLeast = number("reshaping.part.atLeast", 2);
    private final IntegerField days = number("reshaping.part.days", 180);
    private final IntegerField quantity = number("reshaping.part.quantity", 1);
    private final Select<Verification> verified = new Select<>();
    private final Paragraph sentence = new Paragraph();
    private final Button gone;

    PartFields(Evidence evidence, Consumer<PartFields> remove) {
        this(remove);
        switch (evidence) {
            case Evidence.Has(var of, var window, var least, var each) -> {
                set(Find.HAS, of, window, least);
                quantity.setValue(Math.toIntExact(Math.min(each, Integer.MAX_VALUE)));
            }
            case Evidence.Count(var of, var times, var window, var least, var each) -> {
                set(Find.COUNT, of, window, least);
                atLeast.setValue(times);
                quantity.setValue(Math.toIntExact(Math.min(each, Integer.MAX_VALUE)));
            }
            case Evidence.Sum(var of, var sum, var window, var least) -> {
                set(Find.SUM, of, window, least);
                atLeast.setValue(Math.toIntExact(Math.min(sum, Integer.MAX_VALUE)));
            }
            case Evidence.Kept(var of, var times, var window) -> {
                find.setValue(Find.KEPT);
                families.setValue(of);
                atLeast.setValue(times);
                days.setValue(window);
            }
        }
        say();
    }

    PartFields(Consumer<PartFields> remove) {
        addClassNames("rule-part", "form");
        find.setLabel(getTranslation("reshaping.part.find"));
        find.setItems(Find.values());
        find.setItemLabelGenerator(one -> getTranslation("reshaping.part.find." + one));
        find.setValue(Find.HAS);
        types.setLabel(getTranslation("reshaping.part.types"));
        types.setItems(ActionType.values());
        types.setItemLabelGenerator(type -> getTranslation("actions.type." + type));
        families.setLabel(getTranslation("reshaping.part.families"));
        families.setItems(AskFamily.values());
        families.setItemLabelGenerator(family -> getTranslation("ladder.kept." + family));
        verified.setLabel(getTranslation("reshaping.part.verified"));
        verified.setItems(Verification.values());
        verified.setItemLabelGenerator(one -> getTranslation("reshaping.part.verified." + one));
        verified.setValue(Verification.SELF);
        sentence.addClassNames("small", "rule-sentence");
        sentence.getElement().setAttribute("aria-live", "polite");
        gone = new Button(getTranslation("reshaping.part.remove"), click -> remove.accept(this));
        gone.addThemeVariants(ButtonVariant.SMALL);
        add(find, types, families, atLeast, days, verified, quantity, sentence, gone);
        find.addValueChangeListener(change -> say());
        types.addValueChangeListener(change -> say());
        families.addValueChangeListener(change -> say());
        verified.addValueChangeListener(change -> say());
        for (var field : new IntegerField[] {atLeast, days, quantity}) field.addValueChangeListener(change -> say());
        say();
    }

    /** The last part of a way stays. */
    void alone(boolean alone) {
        gone.setVisible(!alone);
    }

    private IntegerField number(String key, int value) {
        var field = new IntegerField(getTranslation(key));
        field.setMin(1);
        field.setValue(value);
        return field;
    }

    private void set(Find how, Set<ActionType> of, int window, Verification least) {
        find.setValue(how);
        types.setValue(of);
        days.setValue(window);
        verified.setValue(least);
    }

    private void say() {
        boolean kept = find.getValue() == Find.KEPT;
        types.setVisible(!kept);
        verified.setVisible(!kept);
        families.setVisible(kept);
        atLeast.setVisible(find.getValue() != Find.HAS);
        quantity.setVisible(find.getValue() == Find.HAS || find.getValue() == Find.COUNT);
        try {
            sentence.setText(RuleSentences.of(written(), getLocale()));
        } catch (Problem unfinished) {
            sentence.setText(getTranslation("reshaping.part.unfinished"));
        }
    }

    /** @throws Problem.Invalid that says what is missing */
    Evidence written() {
        Set<ActionType> of = types.getValue().isEmpty() ? EnumSet.noneOf(ActionType.class) : types.getValue();
        return switch (find.getValue()) {
            case HAS -> new Evidence.Has(of, value(days), verified.getValue(), value(quantity));
            case COUNT -> new Evidence.Count(of, value(atLeast), value(days), verified.getValue(), value(quantity));
            case SUM -> new Evidence.Sum(of, value(atLeast), value(days), verified.getValue());
            case KEPT -> new Evidence.Kept(families.getValue(), value(atLeast), value(days));
        };
    }

    private static int value(IntegerField field) {
        return Optional.ofNullable(field.getValue()).orElse(0);
    }
}
