package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Effect;
import org.rung.scripts.TreePath;

/** One answer: what it is called, what it does, its reply, and the question that follows it. */
class AnswerCard extends Div {
    private final transient TreePath path;
    private final transient AnswerChoice answer;
    private final transient Editing editing;
    private final transient Around around;
    private final boolean optsOut;
    private final String label;
    private final Span chip;
    private final LengthChip length;

    /** @param redraw after an effect was added or removed */
    AnswerCard(TreePath path, AnswerChoice answer, int siblings, Editing editing, Around around, Runnable redraw) {
        this.path = path;
        this.answer = answer;
        this.editing = editing;
        this.around = around;
        optsOut = answer.effects().stream().anyMatch(effect -> effect instanceof Effect.OptOut);
        label = answer.label().isBlank() ? getTranslation("scripts.studio.unnamed") : answer.label();
        chip = span(optsOut ? "chip bad" : path.last() == 0 ? "chip good" : "chip", label);
        length = new LengthChip(around, answer.reply(), answer.picture().isPresent());
        addClassNames("card", "node");
        add(head(siblings));
        editing.usual()
                .flatMap(path::answer)
                .filter(usual -> !usual.reply().isBlank())
                .ifPresent(usual -> add(ScriptEditor.usual(usual.reply(), around)));
        if (editing.isOpen(Editing.place(path))) form(redraw);
        else shut();
        if (!optsOut || answer.next().isPresent()) add(new QuestionLine(path, editing, around));
    }

    private Div head(int siblings) {
        var does = span(
                "small muted does",
                answer.effects().stream()
                        .map(effect -> EffectWords.of(this, effect, around.zone()))
                        .collect(Collectors.joining(" · ")));
        does.setClassName("long", does.getText().length() > 48);
        var head = div("node-head", chip, does);
        if (!answer.reply().isBlank()) head.add(length);
        if (around.writable()) head.add(tools(siblings));
        return head;
    }

    private Div tools(int siblings) {
        var tools = div("tools");
        if (path.last() > 0)
            tools.add(sign("↑", getTranslation("scripts.studio.up", label), () -> editing.swap(path, path.last() - 1)));
        if (path.last() < siblings - 1)
            tools.add(
                    sign("↓", getTranslation("scripts.studio.down", label), () -> editing.swap(path, path.last() + 1)));
        tools.add(sign("×", getTranslation("scripts.studio.remove", label), () -> editing.remove(path)));
        return tools;
    }

    private void form(Runnable redraw) {
        addClassName("open");
        var form = new AnswerForm(answer, around, this::typed, redraw);
        add(form, new DoneButton(editing));
        form.focus();
    }

    private void typed(AnswerChoice changed) {
        editing.typed(
                Editing.place(path),
                path.withAnswer(
                        editing.tree(),
                        old -> new AnswerChoice(
                                old.key(),
                                changed.label(),
                                changed.reply(),
                                changed.picture(),
                                changed.effects(),
                                old.next())));
        chip.setText(changed.label());
        length.count(changed.reply(), changed.picture().isPresent());
    }

    private void shut() {
        if (!answer.reply().isBlank() || !optsOut) add(new WrittenText(answer.reply(), label, around, this::open));
        else if (around.writable()) add(button("link", getTranslation("scripts.studio.edit"), this::open));
        answer.picture().ifPresent(picture -> add(Photos.shown(this, picture)));
    }

    private void open() {
        editing.open(Editing.place(path), Optional.of(path));
    }
}
