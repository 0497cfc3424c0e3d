package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.button;
import static org.rung.campaigns.ui.Pieces.div;
import static org.rung.campaigns.ui.Pieces.said;
import static org.rung.campaigns.ui.Pieces.span;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignPanel;
import org.rung.campaigns.CampaignScripts;
import org.rung.campaigns.NewerScript;
import org.rung.campaigns.ScriptMove;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.scripts.ScriptPanels;

/** On a campaign that has started: that its script was written on, what changes with that, and the way back. */
@org.springframework.stereotype.Component
class ScriptMoves implements CampaignPanel {
    private final CampaignScripts scripts;
    private final ScriptPanels panels;
    private final Members members;
    private final SignedIn signedIn;

    ScriptMoves(CampaignScripts scripts, ScriptPanels panels, Members members, SignedIn signedIn) {
        this.scripts = scripts;
        this.panels = panels;
        this.members = members;
        this.signedIn = signedIn;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public Optional<Component> panel(Actor actor, CampaignId campaignId) {
        return part(actor, campaignId, () -> {}).map(part -> part);
    }

    /** @param changed when the campaign says another version than before */
    Optional<Div> part(Actor actor, CampaignId campaignId, Runnable changed) {
        var part = div("col script-moves");
        fill(part, actor, campaignId, changed);
        return part.getComponentCount() == 0 ? Optional.empty() : Optional.of(part);
    }

    private void fill(Div part, Actor actor, CampaignId campaignId, Runnable changed) {
        part.removeAll();
        Runnable again = () -> {
            fill(part, actor, campaignId, changed);
            changed.run();
        };
        scripts.newer(actor, campaignId).ifPresent(newer -> part.add(newer(actor, campaignId, newer, again)));
        scripts.moves(actor, campaignId).stream().findFirst().ifPresent(move -> part.add(last(actor, move, again)));
    }

    private Div newer(Actor actor, CampaignId campaignId, NewerScript newer, Runnable again) {
        var line = div(
                "notice row wrap",
                new Span(words(
                        "campaigns.moves.newer",
                        newer.latest().number(),
                        newer.said().number())));
        line.add(button(
                "btn ghost small",
                words("campaigns.moves.look"),
                () -> new MoveOnDialog(
                                newer,
                                panels,
                                actor,
                                actor.may(Permission.RUN_CAMPAIGNS),
                                () -> moveOn(actor, campaignId, newer, again))
                        .open()));
        return line;
    }

    private void moveOn(Actor actor, CampaignId campaignId, NewerScript newer, Runnable again) {
        var move = scripts.moveOn(
                actor,
                campaignId,
                newer.said().scriptVersionId(),
                newer.latest().scriptVersionId());
        said(words("campaigns.moves.done", move.number()));
        again.run();
    }

    private Div last(Actor actor, ScriptMove move, Runnable again) {
        var who = move.madeBy()
                .map(one -> members.names(actor.organization(), List.of(one)).getOrDefault(one, ""))
                .filter(name -> !name.isBlank())
                .orElse(words("campaigns.moves.program"));
        var when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(UI.getCurrent().getLocale())
                .format(move.movedAt().atZone(signedIn.organization().zone()))
                .replace('\u202f', '\u00a0');
        var key = move.undoneAt().isPresent() ? "campaigns.moves.undone" : "campaigns.moves.last";
        var line = div("row wrap", span("small muted", words(key, move.number(), who, when)));
        if (scripts.undoable(actor, move))
            line.add(button("btn ghost small", words("campaigns.moves.undo"), () -> {
                try {
                    scripts.undo(actor, move.scriptMoveId());
                    said(words("campaigns.moves.back"));
                } catch (Problem late) {
                    said(Sentences.of(late));
                }
                again.run();
            }));
        return line;
    }

    private static String words(String key, Object... details) {
        return UI.getCurrent().getTranslation(key, details);
    }
}
