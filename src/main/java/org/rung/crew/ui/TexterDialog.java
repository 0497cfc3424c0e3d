package org.rung.crew.ui;

import static org.rung.crew.ui.CrewWords.button;
import static org.rung.crew.ui.CrewWords.div;
import static org.rung.crew.ui.CrewWords.role;
import static org.rung.crew.ui.CrewWords.said;
import static org.rung.crew.ui.CrewWords.say;
import static org.rung.crew.ui.CrewWords.span;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.crew.TexterRow;
import org.rung.live.Audience;
import org.rung.live.TexterNotes;
import org.rung.texters.TexterTerms;

/** One texter: a cap of their own, their languages, a word to them, and the end of their work at once. */
class TexterDialog extends Dialog {
    private final Div problem = role(div("notice bad"), "alert");
    private final IntegerField cap = new IntegerField(say("crew.cap.label"));
    private final LanguagePick languages;
    private final transient CrewDoors doors;
    private final transient Actor.Member actor;
    private final transient TexterRow row;
    private final transient Runnable changed;

    TexterDialog(CrewDoors doors, Actor.Member actor, TexterRow row, Runnable changed) {
        this.doors = doors;
        this.actor = actor;
        this.row = row;
        this.changed = changed;
        setHeaderTitle(row.name());
        setWidth("min(520px, 94vw)");
        problem.setVisible(false);
        cap.setMin(1);
        cap.setMax(TexterTerms.LARGEST_DAY);
        cap.setClearButtonVisible(true);
        cap.setPlaceholder(say("crew.cap.none"));
        cap.setHelperText(say("crew.cap.help"));
        cap.setWidthFull();
        row.terms().dayCap().ifPresent(cap::setValue);
        languages = new LanguagePick(
                say("crew.languages"),
                doors.signedIn().organization().language(),
                row.terms().languages());
        var all = div("col", languages, cap, problem, word());
        if (actor.may(Permission.ADMINISTER) && !actor.memberId().equals(row.texter())) all.add(suspending());
        add(all);
        var save = new Button(say("crew.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(say("crew.cancel"), click -> close()), save);
    }

    private Div word() {
        var words = new TextArea(say("crew.word", row.name()));
        words.setMaxLength(TexterNotes.LONGEST);
        words.setWidthFull();
        words.setMinRows(2);
        words.setHelperText(say("crew.word.help"));
        return div("col", words, button("btn ghost start", say("crew.word.do"), () -> {
            try {
                doors.notes().tell(actor, new Audience.One(row.texter()), words.getValue());
                words.clear();
                words.setInvalid(false);
                said(say("crew.word.done", row.name()));
            } catch (Problem refused) {
                words.setErrorMessage(Sentences.of(refused));
                words.setInvalid(true);
            }
        }));
    }

    private Div suspending() {
        if (row.suspended())
            return div("col", new H3(say("crew.suspended")), button("btn ghost start", say("crew.restore"), () -> {
                act(() -> doors.members().restore(actor, row.texter()), say("crew.restored", row.name()));
            }));
        return div(
                "col",
                new H3(say("crew.suspend.title")),
                span("small muted", say("crew.suspend.how")),
                button(
                        "btn ghost start",
                        say("crew.suspend"),
                        () -> new SureDialog(
                                        say("crew.suspend.sure", row.name()),
                                        say("crew.suspend.how"),
                                        say("crew.suspend"),
                                        say("crew.cancel"),
                                        () -> act(
                                                () -> doors.members().suspend(actor, row.texter()),
                                                say("crew.suspend.done", row.name())))
                                .open()));
    }

    private void save() {
        act(
                () -> {
                    var wanted = Optional.ofNullable(cap.getValue());
                    if (!wanted.equals(row.terms().dayCap())) doors.terms().cap(actor, row.texter(), wanted);
                    if (!languages.chosen().equals(row.terms().languages()))
                        doors.terms().speaks(actor, row.texter(), languages.chosen());
                },
                say("crew.saved"));
    }

    private void act(Runnable what, String done) {
        try {
            what.run();
            said(done);
            close();
            changed.run();
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
            problem.setVisible(true);
        }
    }
}
