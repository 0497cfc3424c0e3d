package org.rung.compliance.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;
import org.rung.campaigns.CampaignsPaths;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.compliance.Compliance;
import org.rung.contact.ContactPaths;
import org.rung.scripts.Check;
import org.rung.scripts.ScriptPanels;
import org.rung.senders.SendersPaths;

/** A campaign that was not started: what holds it and what is fine, as its own page says it, with the ways to mend it. */
class ChecklistRow extends Div {
    ChecklistRow(ScriptPanels panels, Actor actor, Compliance.Checklist list) {
        addClassName("checklist-row");
        var name = new Span(list.campaign().name());
        name.addClassNames("strong", "clip");
        var chip = new Span(
                list.holding() == 0
                        ? getTranslation("compliance.before.ready")
                        : getTranslation("compliance.before.holding", list.holding()));
        chip.addClassNames("chip", list.holding() == 0 ? "good" : "warn");
        var summary = new Div(name, chip);
        summary.addClassNames("row", "wrap");
        var ways = new Div();
        ways.addClassNames("row", "wrap", "small");
        ways.add(new Anchor(
                CampaignsPaths.campaign(list.campaign().campaignId()), getTranslation("compliance.before.open")));
        if (actor.may(Permission.ADMINISTER)) {
            if (troubles(list).anyMatch(check -> check.key().startsWith("sender")))
                ways.add(new Anchor(SendersPaths.SENDERS, getTranslation("compliance.before.senders")));
            if (troubles(list).anyMatch(check -> check.key().equals("limit")))
                ways.add(new Anchor(ContactPaths.SETTINGS, getTranslation("compliance.before.contact")));
        }
        var details = new Details(summary, panels.checks(list.checks()), ways);
        details.setOpened(list.holding() > 0);
        details.setWidthFull();
        add(details);
    }

    private static Stream<Check> troubles(Compliance.Checklist list) {
        return list.checks().stream()
                .filter(check -> check.level() == Check.Level.MUST || check.level() == Check.Level.LOOK);
    }
}
