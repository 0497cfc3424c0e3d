package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.div;
import static org.rung.campaigns.ui.Pieces.span;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.rung.accounts.Sentences;
import org.rung.campaigns.NewerScript;
import org.rung.campaigns.ScriptUse;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.scripts.ScriptChange;
import org.rung.scripts.ScriptPanels;

/** What changes when a running campaign says its script as it is written now, and whom that finds where. */
class MoveOnDialog extends Dialog {
    private final transient NewerScript newer;
    private final Div problem = div("notice bad");

    /** @param move does it; what it throws is said here */
    MoveOnDialog(NewerScript newer, ScriptPanels panels, Actor actor, boolean may, Runnable move) {
        this.newer = newer;
        setHeaderTitle(getTranslation("campaigns.moves.title", newer.latest().number()));
        setWidth("min(640px, 94vw)");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var all = div("col", new Paragraph(getTranslation("campaigns.moves.how")));
        firstText(all, panels, actor);
        questions(all);
        standings(all);
        if (!newer.missing().isEmpty()) all.add(panels.checks(newer.missing()));
        all.add(problem);
        add(all);
        getFooter().add(new Button(getTranslation("campaigns.cancel"), click -> close()));
        if (may) {
            var go = new Button(
                    getTranslation("campaigns.moves.do", newer.latest().number()), click -> go(move));
            go.addThemeVariants(ButtonVariant.PRIMARY);
            go.setEnabled(newer.missing().isEmpty());
            getFooter().add(go);
        }
    }

    private void go(Runnable move) {
        try {
            move.run();
            close();
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
            problem.setVisible(true);
        }
    }

    private void firstText(Div all, ScriptPanels panels, Actor actor) {
        var change = newer.change();
        all.add(new H3(getTranslation("campaigns.moves.firstText")));
        if (change.firstText()) {
            all.add(
                    span("small muted", getTranslation("campaigns.moves.before")),
                    panels.written(actor.organization(), newer.said().tree().firstText(), getLocale()),
                    span("small muted", getTranslation("campaigns.moves.after")),
                    panels.written(actor.organization(), newer.latest().tree().firstText(), getLocale()));
        }
        var also = div("row wrap");
        if (change.wordings()) also.add(span("chip", getTranslation("campaigns.moves.wordings")));
        if (change.languages()) also.add(span("chip", getTranslation("campaigns.moves.languages")));
        if (change.pictures()) also.add(span("chip", getTranslation("campaigns.moves.pictures")));
        if (also.getComponentCount() > 0) all.add(also);
        else if (!change.firstText()) all.add(span("small muted", getTranslation("campaigns.moves.firstText.same")));
    }

    private void questions(Div all) {
        all.add(new H3(getTranslation("campaigns.moves.questions")));
        var list = div("people-list");
        list.getElement().setAttribute("role", "list");
        newer.change().questions().stream()
                .filter(question -> question.kind() != ScriptChange.Kind.SAME)
                .forEach(question -> list.add(line(question)));
        all.add(
                list.getComponentCount() == 0
                        ? span("small muted", getTranslation("campaigns.moves.questions.same"))
                        : list);
    }

    private Div line(ScriptChange.OfQuestion question) {
        var line = div(
                "col tight",
                div(
                        "row wrap",
                        span("grow", question.words()),
                        span(tone(question.kind()), getTranslation("campaigns.moves.kind." + question.kind()))));
        question.former()
                .ifPresent(words -> line.add(span("small muted", getTranslation("campaigns.moves.was", words))));
        if (question.kind() == ScriptChange.Kind.CHANGED) {
            var answers = div("row wrap");
            question.answers().stream()
                    .filter(answer -> answer.kind() != ScriptChange.Kind.SAME)
                    .forEach(answer -> answers.add(span(
                            tone(answer.kind()),
                            answer.label() + " · " + getTranslation("campaigns.moves.kind." + answer.kind()))));
            line.add(answers);
        }
        line.getElement().setAttribute("role", "listitem");
        return line;
    }

    private static String tone(ScriptChange.Kind kind) {
        return switch (kind) {
            case NEW -> "chip good";
            case GONE -> "chip warn";
            case CHANGED, SAME -> "chip";
        };
    }

    private void standings(Div all) {
        all.add(new H3(getTranslation("campaigns.moves.standings")));
        var list = div("people-list");
        list.getElement().setAttribute("role", "list");
        newer.standings().forEach(standing -> list.add(line(standing)));
        if (list.getComponentCount() == 0)
            all.add(span("small muted", getTranslation("campaigns.moves.standings.none")));
        else all.add(list);
        if (newer.uprooted() > 0)
            all.add(div("notice warn", new Span(getTranslation("campaigns.moves.uprooted", newer.uprooted()))));
    }

    private Div line(ScriptUse.Standing standing) {
        var line = div(
                "row wrap",
                span("grow", place(standing)),
                span("num", getTranslation("campaigns.moves.people", standing.conversations())));
        line.getElement().setAttribute("role", "listitem");
        return line;
    }

    private String place(ScriptUse.Standing standing) {
        if (!standing.texted()) return getTranslation("campaigns.moves.at.untexted");
        return standing.question()
                .map(key -> newer.said()
                        .tree()
                        .question(key)
                        .or(() -> newer.latest().tree().question(key))
                        .map(question -> getTranslation("campaigns.moves.at.question", question.words()))
                        .orElse(getTranslation("campaigns.moves.at.former")))
                .orElse(getTranslation(
                        standing.answered() ? "campaigns.moves.at.through" : "campaigns.moves.at.unanswered"));
    }
}
