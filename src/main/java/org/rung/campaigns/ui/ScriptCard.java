package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.EditPolicy;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.scripts.Script;
import org.rung.scripts.ScriptId;
import org.rung.scripts.ScriptPanels;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.Scripts;
import org.rung.scripts.ScriptsPaths;
import org.springframework.stereotype.Component;

/** With what words: a script to pick, its first text, and the way to the studio. */
@Component
class ScriptCard implements StepCard {
    private final Scripts scripts;
    private final ScriptPanels panels;
    private final ScriptMoves moves;

    ScriptCard(Scripts scripts, ScriptPanels panels, ScriptMoves moves) {
        this.scripts = scripts;
        this.panels = panels;
        this.moves = moves;
    }

    @Override
    public Step step() {
        return Step.SCRIPT;
    }

    @Override
    public void show(Scene scene) {
        var actor = scene.actor();
        boolean may = actor.may(Permission.WRITE_SCRIPTS);
        var query = "?campaign=" + scene.campaign().campaignId().text();
        if (scene.draft()) scene.panel().add(pick(scene, scripts.all(actor)));
        if (scene.campaign().script().isPresent()) scene.panel().add(edits(scene));
        var actions = div("actions");
        scene.campaign().script().ifPresent(id -> {
            words(scene, actor, tree(scene.campaign(), actor, id));
            var open = scene.draft() && may ? "campaigns.script.open" : "campaigns.script.look";
            actions.add(link("btn", ScriptsPaths.script(id) + query, scene.words(open)));
        });
        if (scene.draft() && may)
            actions.add(link(
                    scene.campaign().script().isPresent() ? "btn ghost" : "btn",
                    ScriptsPaths.NEW + query,
                    scene.words("campaigns.script.new")));
        scene.panel().add(actions);
        if (!scene.draft()) {
            scene.panel().add(span("muted small", scene.words("campaigns.script.frozen")));
            moves.part(actor, scene.campaign().campaignId(), scene.changed()).ifPresent(scene.panel()::add);
        }
    }

    private static ComboBox<Script> pick(Scene scene, List<Script> all) {
        var pick = new ComboBox<Script>(scene.words("campaigns.script.pick"));
        pick.setItems(all);
        pick.setItemLabelGenerator(Script::name);
        pick.setWidthFull();
        pick.setReadOnly(!scene.writable());
        scene.campaign()
                .script()
                .flatMap(id -> all.stream()
                        .filter(script -> script.scriptId().equals(id))
                        .findFirst())
                .ifPresent(pick::setValue);
        pick.addValueChangeListener(change -> scene.save(
                draft -> draft.withScript(Optional.ofNullable(change.getValue()).map(Script::scriptId))));
        return pick;
    }

    /** May change while it runs: a text that went wrong is a reason to lock the others. */
    private static Select<EditPolicy> edits(Scene scene) {
        var edits = new Select<EditPolicy>();
        edits.setLabel(scene.words("campaigns.edits"));
        edits.setItems(EditPolicy.values());
        edits.setItemLabelGenerator(policy -> scene.words("campaigns.edits." + policy));
        edits.setValue(scene.campaign().edits());
        edits.setHelperText(
                scene.words("campaigns.edits.help." + scene.campaign().edits()));
        edits.setWidthFull();
        edits.setReadOnly(!scene.writable());
        edits.addValueChangeListener(change -> scene.save(draft -> draft.withEdits(change.getValue())));
        return edits;
    }

    /** The version that it started with, else the latest. */
    private ScriptTree tree(Campaign campaign, Actor actor, ScriptId scriptId) {
        return campaign.scriptVersion()
                .map(version -> scripts.version(actor.organization(), version))
                .orElseGet(() -> scripts.get(actor, scriptId).tree());
    }

    private void words(Scene scene, Actor actor, ScriptTree tree) {
        scene.panel().add(panels.written(actor.organization(), tree.firstText(), scene.locale()));
        tree.question().ifPresent(question -> {
            Div answers = div("row wrap", span("small muted", question.words()));
            question.answers().forEach(answer -> answers.add(span("chip", answer.label())));
            scene.panel().add(answers);
        });
    }
}
