package org.rung.scripts.ui;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptStarter;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.TreePath;

/** Which card of the tree is open and which are folded, and each edit as one step that undo takes back. */
class Editing {
    /** The first text's place; answers have their path's. */
    static final String FIRST = "first";

    static final String FIRST_PICTURE = "first-picture";

    private final ScriptWork work;
    private final Runnable redraw;
    private final Runnable changed;
    private final Set<TreePath> folded = new HashSet<>();
    private String open = "";
    private Optional<TreePath> openPath = Optional.empty();
    /** In which texts are written; empty for the usual one. */
    private Optional<String> language = Optional.empty();

    Editing(ScriptWork work, Runnable redraw, Runnable changed) {
        this.work = work;
        this.redraw = redraw;
        this.changed = changed;
    }

    static String place(TreePath path) {
        return "a" + path.steps();
    }

    static String questionPlace(TreePath path) {
        return "q" + place(path);
    }

    /** In another language, with what was put into it alone. */
    ScriptTree tree() {
        return language.map(work.tree()::alone).orElse(work.tree());
    }

    /** What is to be put into another language; empty in the usual one. */
    Optional<ScriptTree> usual() {
        return language.map(other -> work.tree());
    }

    void write(Optional<String> other) {
        language = other;
        open = "";
        redraw.run();
        changed.run();
    }

    private void edit(String place, ScriptTree next) {
        work.edit(place, language.map(other -> work.tree().saidIn(other, next)).orElse(next));
    }

    /** The answers that lead to the open card. */
    Optional<TreePath> openPath() {
        return openPath;
    }

    boolean isOpen(String place) {
        return open.equals(place);
    }

    void open(String place, Optional<TreePath> path) {
        open = place;
        openPath = path;
        redraw.run();
        changed.run();
    }

    void openQuestion(TreePath path) {
        open(questionPlace(path), Optional.of(path).filter(at -> !at.steps().isEmpty()));
    }

    void close() {
        open("", openPath);
    }

    boolean isFolded(TreePath path) {
        return folded.contains(path);
    }

    void fold(TreePath path) {
        if (!folded.remove(path)) folded.add(path);
        redraw.run();
    }

    /** Words changed where someone types; nothing is drawn anew under their fingers. */
    void typed(String place, ScriptTree next) {
        edit(language.orElse("") + place, next);
        changed.run();
    }

    /** The tree has another shape now. */
    void reshaped(ScriptTree next) {
        edit("", next);
        open = "";
        openPath = Optional.empty();
        folded.clear();
        redraw.run();
        changed.run();
    }

    void swap(TreePath path, int with) {
        reshaped(path.up().withAnswers(tree(), answers -> {
            Collections.swap(answers, path.last(), with);
            return answers;
        }));
    }

    void remove(TreePath path) {
        reshaped(path.up().withAnswers(tree(), answers -> {
            answers.remove(path.last());
            return answers;
        }));
    }

    void addAnswer(TreePath path) {
        var added = new AnswerChoice(ScriptStarter.freeKey(tree(), "a"), "", "", List.of(), Optional.empty());
        int at =
                path.question(tree()).map(question -> question.answers().size()).orElse(0);
        reshaped(path.withAnswers(tree(), answers -> {
            answers.add(added);
            return answers;
        }));
        open(place(path.into(at)), Optional.of(path.into(at)));
    }

    void ask(TreePath path) {
        var asked = new Question(ScriptStarter.freeKey(tree(), "q"), "", List.of());
        reshaped(path.withQuestion(tree(), none -> Optional.of(asked)));
        openQuestion(path);
    }

    void removeQuestion(TreePath path) {
        reshaped(path.withQuestion(tree(), old -> Optional.empty()));
    }
}
