package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.rung.scripts.Question;
import org.rung.scripts.TreePath;

/** The line of the question that follows an answer or the first text, or the offer to ask one. */
class QuestionLine extends Div {
    private final transient TreePath path;
    private final transient Editing editing;

    QuestionLine(TreePath path, Editing editing, Around around) {
        this.path = path;
        this.editing = editing;
        addClassName("question");
        path.question(editing.tree())
                .ifPresentOrElse(question -> draw(question, around), () -> offer(around.writable()));
    }

    private void offer(boolean writable) {
        if (writable)
            add(button(
                    "link",
                    getTranslation(path.steps().isEmpty() ? "scripts.studio.ask" : "scripts.studio.askNext"),
                    () -> editing.ask(path)));
    }

    private void draw(Question question, Around around) {
        if (editing.isOpen(Editing.questionPlace(path))) {
            form(question);
            return;
        }
        var words = question.words().isBlank() ? getTranslation("scripts.studio.question.empty") : question.words();
        var said = getTranslation("scripts.studio.question", words);
        addClassName("row");
        add(
                around.writable()
                        ? button("link grow", said, () -> editing.openQuestion(path))
                        : span("small muted grow", said));
        int answers = question.answers().size();
        if (!path.steps().isEmpty() && answers > 0) add(fold(answers));
    }

    private void form(Question question) {
        var field = new TextField(getTranslation("scripts.studio.question.label"));
        field.setValue(question.words());
        field.setMaxLength(300);
        field.setWidthFull();
        field.setHelperText(getTranslation("scripts.studio.question.help"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> editing.typed(
                Editing.questionPlace(path),
                path.withQuestion(
                        editing.tree(),
                        old -> old.map(one -> new Question(one.key(), change.getValue(), one.answers())))));
        add(
                field,
                div(
                        "row",
                        new DoneButton(editing),
                        button(
                                "link",
                                getTranslation("scripts.studio.question.remove"),
                                () -> editing.removeQuestion(path))));
        field.focus();
    }

    private NativeButton fold(int answers) {
        boolean shut = editing.isFolded(path);
        var button = button(
                "link",
                getTranslation(shut ? "scripts.studio.unfold" : "scripts.studio.fold", answers),
                () -> editing.fold(path));
        button.getElement().setAttribute("aria-expanded", String.valueOf(!shut));
        return button;
    }
}
