package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.button;
import static org.rung.scripts.ui.Pieces.div;
import static org.rung.scripts.ui.Pieces.span;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.stream.IntStream;
import org.rung.people.Supporter;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.MergeText;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptPlay;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.WordingChecks;

/**
 * The whole script played branch by branch, on a phone on the screen and, if one likes, on one's own. Nothing of it is
 * stored or counted.
 */
class PlayDialog extends Dialog {
    private static final int SHOWN = 12;

    private final PlayPhone phone;
    private final PlayReader reader;
    private final PlayToPhone own;
    private final Div asked = div("col");
    private final Div tried = div("col");
    private final Div total = div("small muted num");
    private final NativeButton back;
    private transient ScriptPlay play;

    /** @param people some who would get it; the first of them reads */
    PlayDialog(PlayDoors doors, ScriptTree tree, List<Supporter> people) {
        var signedIn = doors.signedIn();
        var organization = signedIn.organization();
        play = ScriptPlay.of(tree);
        phone = new PlayPhone(doors.links().form(organization.organizationId()), organization.zone());
        reader = new PlayReader(
                people,
                doors.readers().facts(organization.organizationId(), people).samples(),
                doors.readers().samples(organization.organizationId()),
                signedIn.name(),
                organization.name(),
                this::show);
        own = new PlayToPhone(doors.tests(), signedIn, this::sayFirst);
        back = button("btn ghost small", getTranslation("scripts.play.back"), () -> go(play.back()));
        setHeaderTitle(getTranslation("scripts.test.title"));
        setWidth("min(860px, 96vw)");
        asked.getElement().setAttribute("role", "group");
        asked.getElement().setAttribute("aria-label", getTranslation("scripts.play.answers"));
        var choices = div("row wrap bottom", reader);
        if (!tree.wordings().isEmpty()) choices.add(wording(tree));
        if (!tree.variants().isEmpty())
            choices.add(new LanguageTabs(organization.language(), other -> go(play.in(other))));
        add(div(
                "play",
                div("col", phone, total),
                div(
                        "col",
                        choices,
                        asked,
                        div("actions", back, button("btn ghost small", getTranslation("scripts.play.anew"), () -> {
                            go(play.anew());
                            sayFirst();
                        })),
                        own,
                        tried)));
        getFooter().add(button("btn ghost", getTranslation("scripts.close"), this::close));
        show();
    }

    private Select<Integer> wording(ScriptTree tree) {
        var wording = new Select<Integer>();
        wording.setLabel(getTranslation("scripts.play.wording"));
        wording.setItems(IntStream.range(0, tree.ways()).boxed().toList());
        wording.setItemLabelGenerator(WordingChecks::letter);
        wording.setValue(0);
        wording.addValueChangeListener(change -> go(play.saying(change.getValue())));
        return wording;
    }

    private void go(ScriptPlay next) {
        play = next;
        show();
    }

    private void answer(int which) {
        go(play.answer(which));
        var said = play.talk().getLast();
        own.send(said.says(), said.answer().flatMap(AnswerChoice::picture), reader.values());
    }

    private void sayFirst() {
        own.send(play.first(), play.tree().picture(), reader.values());
    }

    private void show() {
        var values = reader.values();
        phone.show(play, values);
        total.setText(getTranslation("scripts.play.total", phone.pieces()));
        back.setEnabled(!play.at().steps().isEmpty());
        asked.removeAll();
        play.asks()
                .ifPresentOrElse(
                        question -> ask(question),
                        () -> asked.add(span(
                                "muted",
                                getTranslation(
                                        play.tree().question().isEmpty()
                                                ? "scripts.play.no-tree"
                                                : "scripts.play.through"))));
        showTried();
    }

    private void ask(Question question) {
        asked.add(span("strong", MergeText.render(question.words(), reader.values())));
        var answers = div("row wrap");
        for (int i = 0; i < question.answers().size(); i++) {
            int which = i;
            answers.add(button("btn ghost", question.answers().get(i).label(), () -> answer(which)));
        }
        if (question.answers().isEmpty()) asked.add(span("small muted", getTranslation("scripts.play.no-answers")));
        asked.add(answers);
    }

    private void showTried() {
        tried.removeAll();
        int all = play.answers();
        if (all == 0) return;
        var left = play.untried();
        tried.add(new H3(getTranslation("scripts.play.tried", all - left.size(), all)));
        if (left.isEmpty()) {
            tried.add(div("notice good", span("small", getTranslation("scripts.play.all"))));
            return;
        }
        tried.add(span("small muted", getTranslation("scripts.play.left")));
        var list = div("people-list");
        list.getElement().setAttribute("role", "list");
        left.stream().limit(SHOWN).forEach(branch -> list.add(line(branch)));
        tried.add(list);
        if (left.size() > SHOWN)
            tried.add(span("small muted", getTranslation("scripts.play.more", left.size() - SHOWN)));
    }

    private Div line(ScriptPlay.Branch branch) {
        var words = String.join(" › ", branch.words());
        var go = button("link", getTranslation("scripts.play.there"), () -> go(play.before(branch)));
        go.setAriaLabel(getTranslation("scripts.play.there.to", words));
        var line = div("row", span("grow small", words), go);
        line.getElement().setAttribute("role", "listitem");
        return line;
    }
}
