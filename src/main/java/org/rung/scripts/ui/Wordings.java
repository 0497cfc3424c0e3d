package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.WordingChecks;

/** The other ways to say the first text, under it; each person gets one of them, in equal parts. */
class Wordings {
    private static final String PLACE = "wording-";

    private final Component here;
    private final Editing editing;
    private final Around around;

    Wordings(Component here, Editing editing, Around around) {
        this.here = here;
        this.editing = editing;
        this.around = around;
    }

    /** The one that is open for writing; 0 for the first text. */
    int open() {
        return IntStream.range(1, editing.tree().ways())
                .filter(way -> editing.isOpen(PLACE + way))
                .findFirst()
                .orElse(0);
    }

    void addTo(Div card) {
        int ways = editing.tree().ways();
        for (int way = 1; way < ways; way++) card.add(wording(way));
        if (ways > 1) card.add(span("small muted", here.getTranslation("scripts.wording.split", ways, letters(ways))));
        if (around.writable()
                && editing.usual().isEmpty()
                && ways <= ScriptTree.MOST_WORDINGS
                && !editing.tree().firstText().isBlank())
            card.add(button("link start", here.getTranslation("scripts.wording.add"), this::another));
    }

    private Div wording(int way) {
        var name = here.getTranslation("scripts.wording", WordingChecks.letter(way));
        var text = editing.tree().wordings().get(way - 1);
        boolean picture = editing.tree().picture().isPresent();
        var length = new LengthChip(around, text, picture);
        var head = div("row", span("strong grow", name), length);
        if (around.writable() && editing.usual().isEmpty())
            head.add(sign("×", here.getTranslation("scripts.studio.remove", name), () -> remove(way)));
        var card = div("col studio-wording", head);
        editing.usual()
                .ifPresent(usual -> card.add(ScriptEditor.usual(usual.wordings().get(way - 1), around)));
        if (editing.isOpen(PLACE + way)) {
            var area = new MergeArea(name, text, around.fields(), changed -> {
                editing.typed(PLACE + way, said(way, changed));
                length.count(changed, picture);
            });
            card.add(area, new DoneButton(editing));
            area.focus();
        } else {
            card.add(new WrittenText(text, name, around, () -> editing.open(PLACE + way, Optional.empty())));
        }
        return card;
    }

    private ScriptTree said(int way, String words) {
        var all = new ArrayList<>(editing.tree().wordings());
        all.set(way - 1, words);
        return editing.tree().worded(all);
    }

    /** Begins as the first text is, so that only what is to be tried has to be changed. */
    private void another() {
        var tree = editing.tree();
        var all = new ArrayList<>(tree.wordings());
        all.add(tree.firstText());
        editing.reshaped(tree.worded(all));
        editing.open(PLACE + all.size(), Optional.empty());
    }

    private void remove(int way) {
        editing.reshaped(editing.tree().without(way));
    }

    private static String letters(int ways) {
        return String.join(
                ", ", IntStream.range(0, ways).mapToObj(WordingChecks::letter).toList());
    }
}
