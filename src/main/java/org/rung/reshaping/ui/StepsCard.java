package org.rung.reshaping.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.common.Actor;
import org.rung.ladder.Ladder;
import org.rung.reshaping.Drafts;
import org.rung.reshaping.LadderDraft;
import org.rung.reshaping.LadderRun;
import org.rung.reshaping.LadderRuns;
import org.rung.reshaping.ReshapingPaths;
import org.rung.reshaping.RunKind;
import org.rung.reshaping.RunState;

/** From a draft to a ladder: look at whom it would move, then apply it. */
class StepsCard extends Section {
    private final transient Drafts drafts;
    private final transient Actor actor;
    private final transient LadderDraft draft;
    private final transient Consumer<Runnable> attempt;
    private final TextField note = new TextField();

    StepsCard(
            Drafts drafts, LadderRuns runs, Actor actor, LadderDraft draft, Ladder today, Consumer<Runnable> attempt) {
        this.drafts = drafts;
        this.actor = actor;
        this.draft = draft;
        this.attempt = attempt;
        addClassNames("card", "col", "pad", "rules-steps");
        var applied = runs.latest(actor, draft.ladderId(), RunKind.APPLY);
        var preview = runs.latest(actor, draft.ladderId(), RunKind.PREVIEW)
                .filter(run -> draft.begun() && run.revision() == draft.revision());
        setVisible(draft.begun() || applied.isPresent());
        applied.ifPresent(this::following);
        if (!draft.begun()) return;
        add(new H2(getTranslation("reshaping.steps")));
        if (draft.base() != today.version()) add(small("reshaping.steps.old"));
        preview.ifPresentOrElse(run -> found(run), () -> add(small("reshaping.steps.look.words")));
        add(deeds(preview, today));
    }

    /** The last change that was applied, while standings follow and after. */
    private void following(LadderRun run) {
        var title = new H2(getTranslation("reshaping.applied"));
        add(title);
        if (run.working()) add(bar(run), words("reshaping.applied.working", number(run.done()), number(run.total())));
        else if (run.state() == RunState.FAILED) add(small("reshaping.failed"));
        else add(words("reshaping.applied.done", run.rises(), run.falls()));
    }

    private void found(LadderRun run) {
        if (run.working()) {
            add(bar(run), words("reshaping.look.working", number(run.done()), number(run.total())));
        } else if (run.state() == RunState.FAILED) {
            add(small("reshaping.failed"));
        } else {
            var said = words("reshaping.look.done", run.rises(), run.falls());
            said.addClassName("strong");
            add(said);
        }
        if (run.state() == RunState.DONE || run.rises() + run.falls() > 0) {
            var show = new Anchor(
                    ReshapingPaths.preview(run.runId()),
                    getTranslation(run.rises() + run.falls() > 0 ? "reshaping.look.show" : "reshaping.look.nobody"));
            show.addClassNames("btn", "ghost", "start");
            add(show);
        }
    }

    private Div deeds(Optional<LadderRun> preview, Ladder today) {
        boolean seen =
                preview.filter(run -> run.looksAt(draft, today.version())).isPresent();
        var look = new Button(
                getTranslation("reshaping.look"),
                click -> attempt.accept(() -> drafts.preview(actor, draft.ladderId(), draft.revision())));
        look.setEnabled(draft.base() == today.version()
                && preview.filter(LadderRun::working).isEmpty());
        var drop = new Button(
                getTranslation("reshaping.discard"),
                click -> new SureDialog(
                                "reshaping.discard.title",
                                getTranslation("reshaping.discard.words"),
                                "reshaping.discard.do",
                                () -> attempt.accept(() -> drafts.discard(actor, draft.ladderId(), draft.revision())))
                        .open());
        var deeds = new Div(look, drop);
        deeds.addClassNames("row", "wrap");
        if (seen) {
            look.setVisible(false);
            note.setLabel(getTranslation("reshaping.note"));
            note.setMaxLength(160);
            note.setWidthFull();
            add(note);
            var apply = new Button(
                    getTranslation("reshaping.apply"),
                    click -> attempt.accept(() -> {
                        drafts.apply(actor, draft.ladderId(), draft.revision(), note.getValue());
                        Notification.show(getTranslation("reshaping.apply.begun"));
                    }));
            apply.addThemeVariants(ButtonVariant.PRIMARY);
            deeds.addComponentAsFirst(apply);
        } else {
            look.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return deeds;
    }

    private String number(long number) {
        return NumberFormat.getIntegerInstance(getLocale()).format(number);
    }

    private Paragraph words(String key, Object... places) {
        var words = new Paragraph(getTranslation(key, places));
        words.getElement().setAttribute("role", "status");
        return words;
    }

    private Paragraph small(String key) {
        var small = new Paragraph(getTranslation(key));
        small.addClassNames("small", "muted");
        return small;
    }

    private Component bar(LadderRun run) {
        var filled = new Element("b");
        int percent = (int) Math.floor(run.progress() * 100);
        filled.getStyle().set("width", percent + "%");
        var bar = new Div();
        bar.addClassName("bar");
        bar.getElement().appendChild(filled);
        bar.getElement()
                .setAttribute("role", "progressbar")
                .setAttribute("aria-label", getTranslation("reshaping.progress"))
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", "100")
                .setAttribute("aria-valuenow", Integer.toString(percent));
        return bar;
    }
}
