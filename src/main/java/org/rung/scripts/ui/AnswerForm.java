package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.media.AttachmentId;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Effect;

/** An answer's name, its reply and what it does. */
class AnswerForm extends Div {
    private final TextField label = new TextField(getTranslation("scripts.studio.label"));
    private final transient Around around;
    private final transient Consumer<AnswerChoice> changed;
    private final transient Runnable redraw;
    private transient AnswerChoice answer;

    /** @param redraw after an effect was added or removed */
    AnswerForm(AnswerChoice answer, Around around, Consumer<AnswerChoice> changed, Runnable redraw) {
        this.answer = answer;
        this.around = around;
        this.changed = changed;
        this.redraw = redraw;
        addClassNames("col", "answer-form");
        label.setValue(answer.label());
        label.setMaxLength(80);
        label.setHelperText(getTranslation("scripts.studio.label.help"));
        label.setValueChangeMode(ValueChangeMode.LAZY);
        label.addValueChangeListener(
                change -> change(change.getValue(), this.answer.reply(), this.answer.picture(), this.answer.effects()));
        var reply = new MergeArea(
                getTranslation("scripts.studio.reply"),
                answer.reply(),
                around.fields(),
                text -> change(this.answer.label(), text, this.answer.picture(), this.answer.effects()));
        var pick = around.photos()
                .pick(
                        answer.picture(),
                        picture -> change(this.answer.label(), this.answer.reply(), picture, this.answer.effects()));
        add(
                label,
                reply,
                pick,
                effects(),
                new EffectForm(around.tags(), around.events(), around.zone(), this::addEffect));
    }

    private Div effects() {
        var chips = div("row wrap");
        for (var effect : answer.effects()) {
            var words = EffectWords.of(this, effect, around.zone());
            var chip = span("chip", words);
            chip.add(sign("×", getTranslation("scripts.effect.remove", words), () -> {
                var left = new ArrayList<>(answer.effects());
                left.remove(effect);
                change(answer.label(), answer.reply(), answer.picture(), left);
                redraw.run();
            }));
            chips.add(chip);
        }
        chips.setVisible(!answer.effects().isEmpty());
        return chips;
    }

    private void addEffect(Effect effect) {
        if (answer.effects().contains(effect)) return;
        var more = new ArrayList<>(answer.effects());
        more.add(effect);
        change(answer.label(), answer.reply(), answer.picture(), more);
        redraw.run();
    }

    private void change(String name, String reply, Optional<AttachmentId> picture, List<Effect> effects) {
        answer = new AnswerChoice(answer.key(), name, reply, picture, effects, answer.next());
        changed.accept(answer);
    }

    void focus() {
        label.focus();
    }
}
