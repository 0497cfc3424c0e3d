package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.rung.scripts.TreePath;

/** The tree as a nested list of cards; one of them is open for writing. */
class ScriptEditor extends Div {
    private final transient Around around;
    private final transient Editing editing;
    private final transient Wordings wordings;

    ScriptEditor(ScriptWork work, Around around) {
        this.around = around;
        this.editing = new Editing(work, this::show, around.changed());
        this.wordings = new Wordings(this, editing, around);
        addClassNames("col", "studio-tree");
        show();
    }

    /** The answers that lead to the open card. */
    Optional<TreePath> openPath() {
        return editing.openPath();
    }

    void write(Optional<String> language) {
        editing.write(language);
    }

    /** Which wording of the first text is open for writing. */
    int openWording() {
        return wordings.open();
    }

    final void show() {
        removeAll();
        add(firstText());
        kids(TreePath.FIRST).ifPresent(this::add);
    }

    private Div firstText() {
        var text = editing.tree().firstText();
        var picture = editing.tree().picture();
        var length = new LengthChip(around, text, picture.isPresent());
        var card =
                div("card node", div("row", span("strong grow", getTranslation("scripts.studio.firstText")), length));
        editing.usual().ifPresent(usual -> card.add(usual(usual.firstText(), around)));
        if (editing.isOpen(Editing.FIRST)) {
            var area =
                    new MergeArea(getTranslation("scripts.studio.firstText.label"), text, around.fields(), changed -> {
                        editing.typed(Editing.FIRST, editing.tree().saying(changed));
                        length.count(changed, editing.tree().picture().isPresent());
                    });
            var pick = around.photos().pick(picture, chosen -> {
                editing.typed(Editing.FIRST_PICTURE, editing.tree().with(chosen));
                length.count(editing.tree().firstText(), chosen.isPresent());
            });
            card.add(area, pick, new DoneButton(editing));
            area.focus();
        } else {
            card.add(new WrittenText(
                    text,
                    getTranslation("scripts.studio.firstText"),
                    around,
                    () -> editing.open(Editing.FIRST, Optional.empty())));
            picture.ifPresent(one -> card.add(Photos.shown(this, one)));
        }
        wordings.addTo(card);
        card.add(new QuestionLine(TreePath.FIRST, editing, around));
        return card;
    }

    /** What is said otherwise, for whoever puts it into another language. */
    static Div usual(String text, Around around) {
        Div usual = MergeWords.chips(text, around.fields());
        usual.setClassName("small muted studio-usual");
        return usual;
    }

    private Optional<Div> kids(TreePath path) {
        return path.question(editing.tree())
                .filter(question -> !editing.isFolded(path))
                .map(question -> {
                    var kids = div("kids");
                    kids.getElement().setAttribute("role", "group");
                    kids.getElement().setAttribute("aria-label", question.words());
                    int siblings = question.answers().size();
                    for (int i = 0; i < siblings; i++) {
                        var at = path.into(i);
                        kids.add(new AnswerCard(at, question.answers().get(i), siblings, editing, around, this::show));
                        kids(at).ifPresent(kids::add);
                    }
                    if (around.writable())
                        kids.add(button(
                                "btn ghost small start",
                                getTranslation("scripts.studio.addAnswer"),
                                () -> editing.addAnswer(path)));
                    return kids;
                });
    }
}
