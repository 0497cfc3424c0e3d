package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignProgress;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.Handout;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A campaign that has started: how far it is, who gets work, and its brakes. */
@Component
class RunningPanel {
    private final Campaigns campaigns;
    private final Members members;
    private final SignedIn signedIn;
    private final ObjectProvider<CampaignProgress> progress;
    private final ObjectProvider<Handout> handout;

    RunningPanel(
            Campaigns campaigns,
            Members members,
            SignedIn signedIn,
            ObjectProvider<CampaignProgress> progress,
            ObjectProvider<Handout> handout) {
        this.campaigns = campaigns;
        this.members = members;
        this.signedIn = signedIn;
        this.progress = progress;
        this.handout = handout;
    }

    void show(CampaignSteps.Scene scene) {
        var campaign = scene.campaign();
        var counts = counts(campaign);
        scene.panel()
                .add(div(
                        "row",
                        grow(new H2(scene.words("campaigns.running.title"))),
                        state(scene.panel(), campaign.state())));
        campaign.pauseReason()
                .filter(reason -> campaign.state() == CampaignState.PAUSED && !reason.isBlank())
                .ifPresent(reason ->
                        scene.panel().add(div("notice warn", new Span(scene.words("campaigns.running.why", reason)))));
        scene.panel()
                .add(
                        bar(counts.texted(), counts.all()),
                        span("muted num", scene.words("campaigns.list.texted", counts.texted(), counts.all())),
                        div(
                                "counts",
                                count(scene, "NEEDS_FIRST_TEXT", counts.needsFirstText()),
                                count(scene, "AWAITING_REPLY", counts.awaitingReply()),
                                count(scene, "NEEDS_RESPONSE", counts.needsResponse()),
                                count(scene, "CLOSED", counts.closed())));
        if (campaign.state() == CampaignState.RUNNING && signedIn.actor().may(Permission.ASSIGN))
            handout.ifAvailable(hand -> scene.panel().add(handOut(scene, hand)));
        if (scene.writable() && campaign.state() != CampaignState.ENDED)
            scene.panel().add(brakes(scene));
    }

    CampaignProgress.Counts counts(Campaign campaign) {
        return Optional.ofNullable(progress.getIfAvailable())
                .map(of -> of.of(signedIn.actor().organization(), List.of(campaign.campaignId())))
                .map(found -> found.getOrDefault(campaign.campaignId(), CampaignProgress.Counts.NONE))
                .orElse(CampaignProgress.Counts.NONE);
    }

    private Div count(CampaignSteps.Scene scene, String state, long number) {
        var big = new Element("b").setText(String.format(scene.locale(), "%,d", number));
        var card = div("count");
        card.getElement().appendChild(big);
        card.add(span("small muted", scene.words("campaigns.conversations." + state)));
        return card;
    }

    private Div handOut(CampaignSteps.Scene scene, Handout hand) {
        var actor = signedIn.actor();
        var joined = campaigns.texters(actor.organization(), scene.campaign().campaignId());
        var names = members.names(actor.organization(), joined);
        var who = new ComboBox<MemberId>(scene.words("campaigns.handout.who"));
        who.setItems(new ArrayList<>(joined));
        who.setItemLabelGenerator(member -> names.getOrDefault(member, ""));
        who.addClassName("grow");
        var many = new IntegerField(scene.words("campaigns.handout.many"));
        many.setMin(1);
        many.setMax(10_000);
        many.setValue(scene.campaign().firstBatch());
        var give = button("btn", scene.words("campaigns.handout.do"), () -> {
            if (who.getValue() == null || many.getValue() == null) {
                who.setInvalid(who.getValue() == null);
                return;
            }
            said(hand.handOut(actor, scene.campaign().campaignId(), who.getValue(), many.getValue()));
            scene.changed().run();
        });
        return div(
                "col handout", new H3(scene.words("campaigns.handout.title")), div("row wrap bottom", who, many, give));
    }

    private Div brakes(CampaignSteps.Scene scene) {
        var actor = signedIn.actor();
        var id = scene.campaign().campaignId();
        var brakes = div("actions");
        if (scene.campaign().state() == CampaignState.RUNNING)
            brakes.add(button("btn ghost", scene.words("campaigns.pause"), () -> askReason(scene)));
        else
            brakes.add(button("btn", scene.words("campaigns.resume"), () -> {
                campaigns.start(actor, id);
                scene.changed().run();
            }));
        brakes.add(button("btn ghost", scene.words("campaigns.end"), () -> {
            var ask = new ConfirmDialog(
                    scene.words("campaigns.end.title"),
                    scene.words("campaigns.end.how"),
                    scene.words("campaigns.end.do"),
                    yes -> {
                        campaigns.end(actor, id);
                        scene.changed().run();
                    });
            ask.setCancelable(true);
            ask.setCancelText(scene.words("campaigns.cancel"));
            ask.setConfirmButtonTheme("error primary");
            ask.open();
        }));
        return brakes;
    }

    private void askReason(CampaignSteps.Scene scene) {
        var dialog = new Dialog(scene.words("campaigns.pause.title"));
        dialog.setWidth("440px");
        var reason = new TextField(scene.words("campaigns.pause.reason"));
        reason.setMaxLength(320);
        reason.setWidthFull();
        reason.setHelperText(scene.words("campaigns.pause.help"));
        dialog.add(reason);
        dialog.getFooter()
                .add(
                        button("btn ghost", scene.words("campaigns.cancel"), dialog::close),
                        button("btn", scene.words("campaigns.pause"), () -> {
                            campaigns.pause(signedIn.actor(), scene.campaign().campaignId(), reason.getValue());
                            dialog.close();
                            scene.changed().run();
                        }));
        dialog.open();
    }

    private static H2 grow(H2 head) {
        head.addClassName("grow");
        return head;
    }
}
