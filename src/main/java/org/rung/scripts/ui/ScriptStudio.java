package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Optional;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.people.Tag;
import org.rung.scripts.Check;
import org.rung.scripts.MergeText;
import org.rung.scripts.Occasion;
import org.rung.scripts.Readers;
import org.rung.scripts.ScriptChecks;
import org.rung.scripts.ScriptFacts;
import org.rung.scripts.ScriptId;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.ScriptsPaths;

/** The workbench of one script: the tree, the conversation as someone sees it, and what the checks say. */
class ScriptStudio extends Div {
    private static final int READERS = 20;

    private final transient StudioDoors doors;
    private final transient ScriptWork work;
    private final transient ScriptFacts facts;
    private final transient Optional<Occasion> occasion;
    private final boolean writable;
    private final TextField name = new TextField();
    private final NativeButton state = button("chip", "", this::versions);
    private final ChecksCard checks = new ChecksCard(this::mend);
    private final NativeButton undo = button("btn ghost", getTranslation("scripts.studio.undo"), this::undo);
    private final NativeButton save = button("btn", getTranslation("scripts.studio.save"), this::save);
    private final Preview preview;
    private final ScriptEditor editor;
    private final LanguageTabs languages;

    ScriptStudio(StudioDoors doors, ScriptWork work, Optional<Occasion> occasion) {
        this.doors = doors;
        this.work = work;
        this.occasion = occasion;
        var actor = doors.signedIn().actor();
        this.writable = actor.may(Permission.WRITE_SCRIPTS);
        this.facts = doors.readers()
                .facts(actor.organization(), doors.readers().some(actor, occasion, Optional.empty(), Readers.SAMPLES));
        this.preview = new Preview(doors, occasion, this::personChanged);
        this.editor = new ScriptEditor(
                work,
                new Around(
                        writable,
                        doors.labels().of(actor.organization(), getLocale()),
                        doors.supporters().tags(actor.organization()).stream()
                                .map(Tag::name)
                                .toList(),
                        doors.nextEvents(),
                        doors.signedIn().organization().zone(),
                        text -> facts.links().shown(MergeText.render(text, preview.values())),
                        new Photos(doors.pictures(), actor),
                        this::refresh));
        this.languages = new LanguageTabs(doors.signedIn().organization().language(), language -> {
            editor.write(language);
            refresh();
        });
        addClassNames("page", "studio");
        build();
    }

    private void build() {
        name.setValue(work.storedName().isEmpty() ? getTranslation("scripts.starter.name") : work.storedName());
        name.setAriaLabel(getTranslation("scripts.studio.name"));
        name.addClassName("title-field");
        name.setMaxLength(120);
        name.setReadOnly(!writable);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(change -> refresh());
        save.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL);
        var actions = div("actions");
        if (writable) actions.add(undo, button("btn ghost", getTranslation("scripts.test.title"), this::test), save);
        var back = occasion.map(one -> link("back", one.path(), "‹ " + one.name()))
                .orElseGet(() -> link("back", ScriptsPaths.SCRIPTS, "‹ " + getTranslation("scripts.list.title")));
        var heading = new H1(getTranslation("scripts.studio.title"));
        heading.addClassName("visually-hidden");
        add(
                heading,
                back,
                div("page-head", div("row wrap", name, state), actions),
                div(
                        "studio-grid",
                        div("col", languages, editor),
                        div(
                                "studio-side",
                                div(
                                        "card pad col",
                                        preview,
                                        new H3(getTranslation("scripts.studio.checks")),
                                        checks))));
        refresh();
    }

    private void refresh() {
        preview.show(told(), editor.openPath());
        checks.show(ScriptChecks.of(work.tree(), facts), writable);
        undo.setEnabled(work.mayUndo());
        boolean unsaved = work.unsaved(name.getValue());
        save.setEnabled(unsaved);
        state.setText(
                unsaved
                        ? getTranslation("scripts.studio.unsaved")
                        : getTranslation("scripts.studio.saved", work.basedOn()));
        state.setClassName("warn", unsaved);
        state.setEnabled(work.scriptId().isPresent());
        state.getElement().setAttribute("title", getTranslation("scripts.versions.title"));
    }

    /** As it is read in the language that is being written. */
    private ScriptTree told() {
        var tree = work.tree();
        return languages
                .other()
                .map(tree::in)
                .orElse(tree)
                .saying(tree.said(editor.openWording(), languages.other().orElse("")));
    }

    private void personChanged() {
        editor.show();
        refresh();
    }

    private void versions() {
        work.scriptId()
                .ifPresent(script -> new VersionsDialog(doors, script, writable, version -> {
                            work.edit("", version.tree());
                            editor.show();
                            refresh();
                            said(getTranslation("scripts.versions.taken", version.number()));
                        })
                        .open());
    }

    private void undo() {
        work.undo();
        editor.show();
        refresh();
    }

    private void mend(Check.Fix fix) {
        work.edit("", work.tree().withTexts(text -> text.replace(fix.from(), fix.to())));
        editor.show();
        refresh();
    }

    private void test() {
        var people = new ArrayList<>(preview.person().stream().toList());
        doors.readers().some(doors.signedIn().actor(), occasion, Optional.empty(), READERS).stream()
                .filter(one -> !people.contains(one))
                .forEach(people::add);
        new PlayDialog(doors.play(), work.tree(), people).open();
    }

    private void save() {
        var actor = doors.signedIn().actor();
        if (work.scriptId().isEmpty()) {
            created(doors.scripts().write(actor, name.getValue(), work.tree()));
            return;
        }
        try {
            work.saved(
                    doors.scripts().change(actor, work.scriptId().get(), name.getValue(), work.tree(), work.basedOn()));
            said(getTranslation("scripts.studio.saved.said", work.basedOn()));
            refresh();
        } catch (Problem.Conflict conflict) {
            conflict(work.scriptId().get());
        }
    }

    private void created(ScriptId scriptId) {
        var actor = doors.signedIn().actor();
        work.saved(doors.scripts().get(actor, scriptId));
        occasion.ifPresent(one -> one.take(actor, scriptId));
        said(getTranslation("scripts.studio.saved.said", 1));
        var query = occasion.map(one -> "?campaign=" + one.text()).orElse("");
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, ScriptsPaths.script(scriptId) + query));
        refresh();
    }

    /** Someone else saved meanwhile: nothing of either is lost, whatever is chosen. */
    private void conflict(ScriptId scriptId) {
        var newest = doors.scripts().get(doors.signedIn().actor(), scriptId);
        var dialog = new Dialog(getTranslation("scripts.conflict.title"));
        dialog.setWidth("480px");
        dialog.add(new Paragraph(getTranslation("scripts.conflict.how", newest.number(), work.basedOn())));
        var theirs = link("btn ghost", ScriptsPaths.script(scriptId), getTranslation("scripts.conflict.theirs"));
        theirs.setTarget("_blank");
        dialog.getFooter()
                .add(div(
                        "actions",
                        theirs,
                        button("btn ghost", getTranslation("scripts.conflict.copy"), () -> {
                            dialog.close();
                            name.setValue(getTranslation("scripts.conflict.copyName", name.getValue()));
                            created(doors.scripts().write(doors.signedIn().actor(), name.getValue(), work.tree()));
                        }),
                        button("btn", getTranslation("scripts.conflict.mine"), () -> {
                            dialog.close();
                            work.follow(newest.number());
                            save();
                        })));
        dialog.open();
    }

    /** True when leaving would lose something; a new script as we wrote it is no loss. */
    boolean unsaved() {
        return writable && work.unsaved(name.getValue()) && !untouched();
    }

    String title() {
        return name.getValue();
    }

    private boolean untouched() {
        return work.scriptId().isEmpty() && !work.mayUndo();
    }
}
