package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.accounts.SureDialog;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignPanel;
import org.rung.campaigns.CampaignProgress;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.Handout;
import org.rung.campaigns.TopUp;
import org.rung.campaigns.WaitingTexts;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.links.Links;
import org.rung.senders.Breakers;
import org.rung.turf.TurfKind;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A campaign that has started: how far it is, who gets work, and its brakes. */
@Component
class RunningPanel {
    private final Campaigns campaigns;
    private final CampaignTexters texters;
    private final Members members;
    private final SignedIn signedIn;
    private final ObjectProvider<CampaignProgress> progress;
    private final ObjectProvider<Handout> handout;
    private final ObjectProvider<TopUp> topUp;
    private final ObjectProvider<WaitingTexts> waiting;
    private final Turfs turfs;
    private final Links links;
    private final Breakers breakers;
    private final ObjectProvider<CampaignPanel> panels;
    private final ScheduleRow schedule;
    private final SampleRow sample;

    RunningPanel(
            Campaigns campaigns,
            CampaignTexters texters,
            Members members,
            SignedIn signedIn,
            ObjectProvider<CampaignProgress> progress,
            ObjectProvider<Handout> handout,
            ObjectProvider<TopUp> topUp,
            ObjectProvider<WaitingTexts> waiting,
            Turfs turfs,
            Links links,
            Breakers breakers,
            ObjectProvider<CampaignPanel> panels,
            ScheduleRow schedule,
            SampleRow sample) {
        this.panels = panels;
        this.schedule = schedule;
        this.sample = sample;
        this.breakers = breakers;
        this.links = links;
        this.campaigns = campaigns;
        this.texters = texters;
        this.members = members;
        this.signedIn = signedIn;
        this.progress = progress;
        this.handout = handout;
        this.topUp = topUp;
        this.waiting = waiting;
        this.turfs = turfs;
    }

    /** @return the numbers, to be drawn anew as they move */
    Progress show(Scene scene) {
        var campaign = scene.campaign();
        var numbers = new Progress(scene.panel(), counts(campaign.campaignId()));
        scene.panel().add(new H2(scene.words("campaigns.running.title")));
        campaign.pauseReason()
                .filter(reason -> campaign.state() == CampaignState.PAUSED && !reason.isBlank())
                .ifPresent(reason -> scene.panel()
                        .add(div(
                                "notice warn",
                                new Span(
                                        scene.words("campaigns.running.why", Sentence.said(reason, scene.locale()))))));
        breakers.troubles(signedIn.actor().organization()).forEach(trouble -> {
            var provider = trouble.provider().in(scene.locale());
            var open = trouble.silent();
            scene.panel()
                    .add(div(
                            "notice warn",
                            new Span(scene.words(open ? "campaigns.running.down" : "senders.ramp.title", provider)
                                    + (open ? "" : ". " + scene.words("senders.ramp.line")))));
        });
        scene.panel().add(numbers);
        waiting.ifAvailable(texts -> texts.of(signedIn.actor().organization(), campaign.campaignId())
                .ifPresent(some -> scene.panel()
                        .add(WaitingRow.of(scene, some, signedIn.organization().zone()))));
        scene.panel().add(new LinksCard(links, signedIn.actor(), campaign.campaignId()));
        panels.stream()
                .sorted(Comparator.comparingInt(CampaignPanel::order))
                .flatMap(panel -> panel.panel(signedIn.actor(), campaign.campaignId()).stream())
                .forEach(scene.panel()::add);
        if (scene.writable() && campaign.state() != CampaignState.ENDED && live(campaign))
            topUp.ifAvailable(more -> scene.panel().add(topUp(scene, more)));
        if (campaign.state() == CampaignState.RUNNING && signedIn.actor().may(Permission.ASSIGN))
            handout.ifAvailable(hand -> scene.panel().add(handOut(scene, hand)));
        if (scene.writable() && campaign.state() != CampaignState.ENDED)
            scene.panel().add(sample.of(scene), schedule.of(scene), LimitRow.of(scene), brakes(scene));
        return numbers;
    }

    CampaignProgress.Counts counts(CampaignId campaignId) {
        return Optional.ofNullable(progress.getIfAvailable())
                .map(of -> of.of(signedIn.actor().organization(), List.of(campaignId)))
                .map(found -> found.getOrDefault(campaignId, CampaignProgress.Counts.NONE))
                .orElse(CampaignProgress.Counts.NONE);
    }

    /** A turf that is a filter may have more people in it today than when the campaign froze it. */
    private boolean live(Campaign campaign) {
        return campaign.turf()
                .filter(turf -> turfs.all(signedIn.actor()).stream()
                        .anyMatch(one -> one.turfId().equals(turf) && one.kind() == TurfKind.FILTER))
                .isPresent();
    }

    private Div topUp(Scene scene, TopUp more) {
        return div(
                "row wrap",
                button("btn ghost small", scene.words("campaigns.topUp"), () -> {
                    int added = more.topUp(signedIn.actor(), scene.campaign().campaignId());
                    said(scene.words("campaigns.topUp.done", added));
                    scene.changed().run();
                }),
                span("small muted", scene.words("campaigns.topUp.how")));
    }

    private Div handOut(Scene scene, Handout hand) {
        var actor = signedIn.actor();
        var joined = texters.of(actor.organization(), scene.campaign().campaignId());
        var names = members.names(actor.organization(), joined);
        var who = new ComboBox<MemberId>(scene.words("campaigns.handout.who"));
        who.setItems(new ArrayList<>(joined));
        who.setItemLabelGenerator(member -> names.getOrDefault(member, ""));
        who.addClassName("grow");
        var many = new IntegerField(scene.words("campaigns.handout.many"));
        many.setMin(1);
        many.setMax(10_000);
        many.setValue(scene.campaign().firstBatch());
        var back = new Select<HandedOut>();
        back.setLabel(scene.words("campaigns.handout.back"));
        back.setItems(HandedOut.values());
        back.setItemLabelGenerator(choice -> scene.words("campaigns.handout.back." + choice));
        back.setValue(HandedOut.STAYS);
        var give = button("btn", scene.words("campaigns.handout.do"), () -> {
            if (who.getValue() == null || many.getValue() == null) {
                who.setInvalid(who.getValue() == null);
                return;
            }
            said(hand.handOut(
                    actor,
                    scene.campaign().campaignId(),
                    who.getValue(),
                    many.getValue(),
                    back.getValue().after()));
            scene.changed().run();
        });
        return div(
                "col handout",
                new H3(scene.words("campaigns.handout.title")),
                div("row wrap bottom", who, many, back, give));
    }

    private Div brakes(Scene scene) {
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
        var end = new SureDialog(
                scene.words("campaigns.end.title"),
                scene.words("campaigns.end.how"),
                scene.words("campaigns.end.do"),
                scene.words("campaigns.cancel"),
                () -> {
                    campaigns.end(actor, id);
                    scene.changed().run();
                });
        brakes.add(button("btn ghost", scene.words("campaigns.end"), end::open));
        return brakes;
    }

    private void askReason(Scene scene) {
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
        reason.focus();
    }
}
