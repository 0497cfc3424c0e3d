package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Effect;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptStarter;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.TreePath;
import org.rung.segments.Segments;

/** The tree as a nested list of cards; one of them is open for writing. */
class ScriptEditor extends Div {
    /** The first text's place; answers have their path's. */
    static final String FIRST = "first";

    /** What the editor needs to know of its surroundings. */
    record Around(
            boolean writable,
            Map<String, String> fields,
            List<String> tags,
            ZoneId zone,
            Function<String, String> render,
            Runnable changed) {}

    private final transient ScriptWork work;
    private final transient Around around;
    private final Set<TreePath> collapsed = new HashSet<>();
    private String open = "";
    private Optional<TreePath> openPath = Optional.empty();

    ScriptEditor(ScriptWork work, Around around) {
        this.work = work;
        this.around = around;
        addClassNames("col", "studio-tree");
        show();
    }

    /** The answers that lead to the open card. */
    Optional<TreePath> openPath() {
        return openPath;
    }

    final void show() {
        removeAll();
        var tree = work.tree();
        var card = div("card node");
        var count = count(tree.firstText());
        card.add(div("row", strong(getTranslation("scripts.studio.firstText")), count));
        if (open.equals(FIRST)) {
            var area = new MergeArea(
                    getTranslation("scripts.studio.firstText.label"), tree.firstText(), around.fields(), text -> {
                        typed(FIRST, new ScriptTree(text, work.tree().question()));
                        recount(count, text);
                    });
            card.add(area, done());
            area.focus();
        } else {
            card.add(words(
                    tree.firstText(), getTranslation("scripts.studio.firstText"), () -> open(FIRST, Optional.empty())));
        }
        card.add(question(TreePath.FIRST));
        add(card);
        kids(TreePath.FIRST).ifPresent(this::add);
    }

    private Optional<Div> kids(TreePath path) {
        return path.question(work.tree())
                .filter(question -> !collapsed.contains(path))
                .map(question -> {
                    var kids = div("kids");
                    kids.getElement().setAttribute("role", "group");
                    kids.getElement().setAttribute("aria-label", question.words());
                    for (int i = 0; i < question.answers().size(); i++) {
                        var answer = path.into(i);
                        kids.add(card(
                                answer,
                                question.answers().get(i),
                                question.answers().size()));
                        kids(answer).ifPresent(kids::add);
                    }
                    if (around.writable())
                        kids.add(button(
                                "btn ghost small start",
                                getTranslation("scripts.studio.addAnswer"),
                                () -> addAnswer(path)));
                    return kids;
                });
    }

    private Div card(TreePath path, AnswerChoice answer, int siblings) {
        boolean optsOut = answer.effects().stream().anyMatch(effect -> effect instanceof Effect.OptOut);
        var label = answer.label().isBlank() ? getTranslation("scripts.studio.unnamed") : answer.label();
        var chip = span(optsOut ? "chip bad" : path.last() == 0 ? "chip good" : "chip", label);
        var does = new Span(
                answer.effects().isEmpty()
                        ? ""
                        : String.join(
                                " · ",
                                answer.effects().stream()
                                        .map(effect -> EffectWords.of(this, effect, around.zone()))
                                        .toList()));
        does.addClassNames("small", "muted", "does");
        does.setClassName("long", does.getText().length() > 48);
        var count = count(answer.reply());
        var head = div("node-head", chip, does);
        if (!answer.reply().isBlank()) head.add(count);
        if (around.writable()) head.add(tools(path, label, siblings));
        var card = div("card node", head);
        if (open.equals(place(path))) {
            card.addClassName("open");
            var form = new AnswerForm(
                    answer,
                    around,
                    changed -> {
                        typed(
                                place(path),
                                path.withAnswer(
                                        work.tree(),
                                        old -> new AnswerChoice(
                                                old.key(),
                                                changed.label(),
                                                changed.reply(),
                                                changed.effects(),
                                                old.next())));
                        chip.setText(changed.label());
                        recount(count, changed.reply());
                    },
                    this::show);
            card.add(form, done());
            form.focus();
        } else if (!answer.reply().isBlank() || !optsOut) {
            card.add(words(answer.reply(), label, () -> open(place(path), Optional.of(path))));
        } else if (around.writable()) {
            card.add(button("link", getTranslation("scripts.studio.edit"), () -> open(place(path), Optional.of(path))));
        }
        if (!optsOut || answer.next().isPresent()) card.add(question(path));
        return card;
    }

    private Div tools(TreePath path, String label, int siblings) {
        var tools = div("tools");
        if (path.last() > 0)
            tools.add(sign("↑", getTranslation("scripts.studio.up", label), () -> swap(path, path.last() - 1)));
        if (path.last() < siblings - 1)
            tools.add(sign("↓", getTranslation("scripts.studio.down", label), () -> swap(path, path.last() + 1)));
        tools.add(sign(
                "×",
                getTranslation("scripts.studio.remove", label),
                () -> structural(path.up().withAnswers(work.tree(), answers -> {
                    answers.remove(path.last());
                    return answers;
                }))));
        return tools;
    }

    /** The line of the question that follows here, or the offer to ask one. */
    private Div question(TreePath path) {
        var line = div("question");
        var question = path.question(work.tree());
        if (question.isEmpty()) {
            if (around.writable())
                line.add(button(
                        "link",
                        getTranslation(path.steps().isEmpty() ? "scripts.studio.ask" : "scripts.studio.askNext"),
                        () -> ask(path)));
            return line;
        }
        var place = "q" + place(path);
        if (open.equals(place)) {
            var field = new TextField(getTranslation("scripts.studio.question.label"));
            field.setValue(question.get().words());
            field.setMaxLength(300);
            field.setWidthFull();
            field.setHelperText(getTranslation("scripts.studio.question.help"));
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> typed(
                    place,
                    path.withQuestion(
                            work.tree(),
                            old -> old.map(one -> new Question(one.key(), change.getValue(), one.answers())))));
            line.add(
                    field,
                    div(
                            "row",
                            done(),
                            button(
                                    "link",
                                    getTranslation("scripts.studio.question.remove"),
                                    () -> structural(path.withQuestion(work.tree(), old -> Optional.empty())))));
            field.focus();
            return line;
        }
        var words = question.get().words().isBlank()
                ? getTranslation("scripts.studio.question.empty")
                : question.get().words();
        line.addClassName("row");
        var said = getTranslation("scripts.studio.question", words);
        line.add(
                around.writable()
                        ? button(
                                "link grow",
                                said,
                                () -> open(
                                        place,
                                        Optional.of(path)
                                                .filter(at -> !at.steps().isEmpty())))
                        : span("small muted grow", said));
        int answers = question.get().answers().size();
        if (!path.steps().isEmpty() && answers > 0) line.add(collapse(path, answers));
        return line;
    }

    private NativeButton collapse(TreePath path, int answers) {
        boolean shut = collapsed.contains(path);
        var button =
                button("link", getTranslation(shut ? "scripts.studio.unfold" : "scripts.studio.fold", answers), () -> {
                    if (!collapsed.remove(path)) collapsed.add(path);
                    show();
                });
        button.getElement().setAttribute("aria-expanded", String.valueOf(!shut));
        return button;
    }

    private Component words(String text, String name, Runnable edit) {
        var shown = text.isBlank()
                ? div("txt faint", new Span(getTranslation("scripts.studio.noText")))
                : MergeWords.chips(text, around.fields());
        if (!around.writable()) return shown;
        var button = new NativeButton("", click -> edit.run());
        button.addClassName("txt-button");
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("title", getTranslation("scripts.studio.edit.one", name));
        button.add(shown);
        return button;
    }

    private void open(String place, Optional<TreePath> path) {
        open = place;
        openPath = path;
        show();
        around.changed().run();
    }

    private NativeButton done() {
        return button("btn ghost small start", getTranslation("scripts.studio.done"), () -> open("", openPath));
    }

    private void typed(String place, ScriptTree next) {
        work.edit(place, next);
        around.changed().run();
    }

    private void structural(ScriptTree next) {
        work.edit("", next);
        open = "";
        openPath = Optional.empty();
        collapsed.clear();
        show();
        around.changed().run();
    }

    private void swap(TreePath path, int with) {
        structural(path.up().withAnswers(work.tree(), answers -> {
            Collections.swap(answers, path.last(), with);
            return answers;
        }));
    }

    private void addAnswer(TreePath path) {
        var key = ScriptStarter.freeKey(work.tree(), "a");
        var added = new AnswerChoice(key, "", "", List.of(), Optional.empty());
        int at = path.question(work.tree())
                .map(question -> question.answers().size())
                .orElse(0);
        structural(path.withAnswers(work.tree(), answers -> {
            answers.add(added);
            return answers;
        }));
        open(place(path.into(at)), Optional.of(path.into(at)));
    }

    private void ask(TreePath path) {
        var asked = new Question(ScriptStarter.freeKey(work.tree(), "q"), "", List.of());
        structural(path.withQuestion(work.tree(), none -> Optional.of(asked)));
        open("q" + place(path), Optional.of(path).filter(at -> !at.steps().isEmpty()));
    }

    private static String place(TreePath path) {
        return "a" + path.steps();
    }

    private Span count(String text) {
        var count = span("chip num", "");
        recount(count, text);
        return count;
    }

    private void recount(Span count, String text) {
        var rendered = around.render().apply(text);
        var segments = Segments.of(rendered);
        count.setText(getTranslation("scripts.studio.count", rendered.length(), segments.count()));
        count.setClassName("warn", segments.count() > 2 || !segments.gsm());
    }

    private static Span strong(String words) {
        return span("strong grow", words);
    }
}
