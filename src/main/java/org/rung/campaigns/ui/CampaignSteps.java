package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.actions.ActionType;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.scripts.Script;
import org.rung.scripts.ScriptPanels;
import org.rung.scripts.Scripts;
import org.rung.scripts.ScriptsPaths;
import org.rung.senders.Sender;
import org.rung.turf.Turf;
import org.rung.turf.TurfPaths;
import org.rung.turf.Turfs;

/** Draws the panel of each step of a campaign. */
@org.springframework.stereotype.Component
class CampaignSteps {
    private static final List<ActionType> GOALS = List.of(
            ActionType.ATTENDED,
            ActionType.RSVPED,
            ActionType.SIGNED,
            ActionType.POLLED,
            ActionType.CONTACTED,
            ActionType.RECRUITED,
            ActionType.SHARED,
            ActionType.HOSTED,
            ActionType.PLEDGED,
            ActionType.GAVE,
            ActionType.ANSWERED,
            ActionType.REPLIED);

    /** @param changed draws the screen anew */
    record Scene(Div panel, Campaign campaign, boolean writable, Runnable changed) {
        boolean draft() {
            return campaign.state() == CampaignState.DRAFT;
        }

        String words(String key, Object... details) {
            return panel.getTranslation(key, details);
        }

        Locale locale() {
            return UI.getCurrent().getLocale();
        }

        void head(String step) {
            panel.add(new H2(words("campaigns.step." + step)), new Paragraph(words("campaigns.step." + step + ".how")));
        }
    }

    private final Campaigns campaigns;
    private final Scripts scripts;
    private final Turfs turfs;
    private final Members members;
    private final SignedIn signedIn;
    private final ScriptPanels panels;

    CampaignSteps(
            Campaigns campaigns,
            Scripts scripts,
            Turfs turfs,
            Members members,
            SignedIn signedIn,
            ScriptPanels panels) {
        this.campaigns = campaigns;
        this.scripts = scripts;
        this.turfs = turfs;
        this.members = members;
        this.signedIn = signedIn;
        this.panels = panels;
    }

    void who(Scene scene) {
        scene.head("WHO");
        var pick = new ComboBox<Turf>(scene.words("campaigns.who.turf"));
        var all = turfs.all(signedIn.actor());
        pick.setItems(all);
        pick.setItemLabelGenerator(Turf::name);
        pick.setWidthFull();
        pick.setReadOnly(!scene.writable() || !scene.draft());
        if (!scene.draft()) pick.setHelperText(scene.words("campaigns.frozen"));
        scene.campaign()
                .turf()
                .flatMap(id ->
                        all.stream().filter(turf -> turf.turfId().equals(id)).findFirst())
                .ifPresent(pick::setValue);
        pick.addValueChangeListener(change -> save(
                scene,
                draft -> draft.withTurf(Optional.ofNullable(change.getValue()).map(Turf::turfId))));
        scene.panel().add(pick);
        scene.campaign().turf().ifPresent(turf -> {
            var count = div("big-number");
            count.add(span("strong num", scene.words("campaigns.who.count", turfs.textable(signedIn.actor(), turf))));
            scene.panel().add(count);
        });
        if (scene.writable() && scene.draft())
            scene.panel().add(link("btn ghost small start", TurfPaths.TURFS, scene.words("campaigns.who.cut")));
    }

    void goal(Scene scene) {
        scene.head("GOAL");
        var chips = div("row wrap");
        chips.getElement().setAttribute("role", "group");
        chips.getElement().setAttribute("aria-label", scene.words("campaigns.step.GOAL"));
        for (var type : GOALS) {
            boolean on = scene.campaign().goal().filter(goal -> goal == type).isPresent();
            var chip = button(
                    on ? "chip on goal" : "chip goal",
                    scene.words("scripts.action." + type),
                    () -> save(scene, draft -> draft.withGoal(on ? Optional.empty() : Optional.of(type))));
            chip.getElement().setAttribute("aria-pressed", String.valueOf(on));
            chip.setEnabled(scene.writable() && scene.draft());
            chips.add(chip);
        }
        scene.panel().add(chips);
        if (!scene.draft()) scene.panel().add(span("muted small", scene.words("campaigns.frozen")));
    }

    void script(Scene scene) {
        scene.head("SCRIPT");
        var actor = signedIn.actor();
        var query = "?campaign=" + scene.campaign().campaignId().text();
        if (scene.draft()) {
            var all = scripts.all(actor);
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
            pick.addValueChangeListener(change -> save(
                    scene,
                    draft -> draft.withScript(
                            Optional.ofNullable(change.getValue()).map(Script::scriptId))));
            scene.panel().add(pick);
        }
        var actions = div("actions");
        scene.campaign().script().ifPresent(id -> {
            var tree = scene.campaign()
                    .scriptVersion()
                    .map(version -> scripts.version(actor.organization(), version))
                    .orElseGet(() -> scripts.get(actor, id).tree());
            scene.panel().add(panels.written(actor.organization(), tree.firstText(), scene.locale()));
            tree.question().ifPresent(question -> {
                var answers = div("row wrap", span("small muted", question.words()));
                question.answers().forEach(answer -> answers.add(span("chip", answer.label())));
                scene.panel().add(answers);
            });
            var open = scene.draft() && actor.may(Permission.WRITE_SCRIPTS)
                    ? "campaigns.script.open"
                    : "campaigns.script.look";
            actions.add(link("btn", ScriptsPaths.script(id) + query, scene.words(open)));
        });
        if (scene.draft() && actor.may(Permission.WRITE_SCRIPTS))
            actions.add(link(
                    scene.campaign().script().isPresent() ? "btn ghost" : "btn",
                    ScriptsPaths.NEW + query,
                    scene.words("campaigns.script.new")));
        scene.panel().add(actions);
        if (!scene.draft()) scene.panel().add(span("muted small", scene.words("campaigns.script.frozen")));
    }

    void texters(Scene scene) {
        scene.head("TEXTERS");
        var actor = signedIn.actor();
        var joined = campaigns.texters(actor.organization(), scene.campaign().campaignId());
        var names = members.names(actor.organization(), joined);
        var list = div("people-list");
        for (var texter : joined) {
            var name = names.getOrDefault(texter, "");
            var row = div("row", span("grow", name));
            if (scene.writable())
                row.add(button("link", scene.words("campaigns.texters.remove"), () -> {
                    campaigns.removeTexter(actor, scene.campaign().campaignId(), texter);
                    scene.changed().run();
                }));
            list.add(row);
        }
        scene.panel().add(joined.isEmpty() ? span("muted", scene.words("campaigns.texters.none")) : list);
        if (!scene.writable()) return;
        scene.panel().add(addTexters(scene, joined), selfServe(scene));
        scene.panel()
                .add(div(
                        "notice",
                        new Span(scene.words("campaigns.texters.invite") + " "),
                        link("strong", AccountsPaths.TEAM, scene.words("campaigns.texters.invite.where"))));
    }

    private Component addTexters(Scene scene, List<MemberId> joined) {
        var there = new HashSet<>(joined);
        var pick = new MultiSelectComboBox<Member>(scene.words("campaigns.texters.add"));
        pick.setItems(members.all(signedIn.actor()).stream()
                .filter(member -> member.suspendedAt().isEmpty()
                        && member.roles().may(Permission.TEXT)
                        && !there.contains(member.memberId()))
                .toList());
        pick.setItemLabelGenerator(Member::name);
        pick.addClassName("grow");
        return div("row add-texters", pick, button("btn", scene.words("campaigns.texters.add.do"), () -> {
            campaigns.addTexters(
                    signedIn.actor(),
                    scene.campaign().campaignId(),
                    pick.getValue().stream().map(Member::memberId).toList());
            scene.changed().run();
        }));
    }

    private Checkbox selfServe(Scene scene) {
        var serve = new Checkbox(
                scene.words("campaigns.texters.selfServe"), scene.campaign().selfServe());
        serve.addValueChangeListener(change -> save(scene, draft -> draft.withSelfServe(change.getValue())));
        return serve;
    }

    void hours(Scene scene) {
        scene.head("HOURS");
        var campaign = scene.campaign();
        var from = time(scene, "campaigns.hours.from", campaign.textingFrom());
        var until = time(scene, "campaigns.hours.until", campaign.textingUntil());
        var first = number(scene, "campaigns.hours.firstBatch", campaign.firstBatch(), 1_000);
        var reply = number(scene, "campaigns.hours.replyBatch", campaign.replyBatch(), 500);
        var lease = number(scene, "campaigns.hours.lease", campaign.leaseMinutes(), 10_080);
        var cap = number(scene, "campaigns.hours.cap", campaign.openRepliesCap(), 500);
        cap.setHelperText(scene.words("campaigns.hours.cap.help"));
        scene.panel().add(div("form", from, until, first, reply, lease, cap));
        if (scene.writable())
            scene.panel().add(button("btn start", scene.words("campaigns.save"), () -> {
                if (from.getValue() == null || until.getValue() == null) return;
                int most = or(cap, campaign.openRepliesCap());
                if (most != campaign.openRepliesCap())
                    campaigns.capOpenReplies(signedIn.actor(), campaign.campaignId(), most);
                save(
                        scene,
                        draft -> draft.withHours(from.getValue(), until.getValue())
                                .withBatches(
                                        or(first, draft.firstBatch()),
                                        or(reply, draft.replyBatch()),
                                        or(lease, draft.leaseMinutes())));
                said(scene.words("campaigns.saved"));
            }));
    }

    /** Only where there is a choice. */
    void sender(Scene scene) {
        if (!scene.writable()) return;
        var all = campaigns.senders(signedIn.actor());
        if (all.size() < 2) return;
        var pick = new ComboBox<Sender>(scene.words("campaigns.sender"));
        pick.setItems(all);
        pick.setItemLabelGenerator(sender -> sender.label() + " · " + sender.address());
        pick.setPlaceholder(scene.words("campaigns.sender.usual"));
        pick.setClearButtonVisible(true);
        pick.setWidthFull();
        scene.campaign()
                .sender()
                .flatMap(id -> all.stream()
                        .filter(sender -> sender.senderId().equals(id))
                        .findFirst())
                .ifPresent(pick::setValue);
        pick.addValueChangeListener(change -> {
            campaigns.sendFrom(
                    signedIn.actor(),
                    scene.campaign().campaignId(),
                    Optional.ofNullable(change.getValue()).map(Sender::senderId));
            scene.changed().run();
        });
        scene.panel().add(pick);
    }

    private static int or(IntegerField field, int otherwise) {
        return Optional.ofNullable(field.getValue()).orElse(otherwise);
    }

    private TimePicker time(Scene scene, String words, LocalTime value) {
        var picker = new TimePicker(scene.words(words), value);
        picker.setStep(Duration.ofMinutes(30));
        picker.setMin(CampaignDraft.EARLIEST);
        picker.setMax(CampaignDraft.LATEST);
        picker.setReadOnly(!scene.writable());
        return picker;
    }

    private IntegerField number(Scene scene, String words, int value, int most) {
        var field = new IntegerField(scene.words(words));
        field.setValue(value);
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setReadOnly(!scene.writable());
        return field;
    }

    void save(Scene scene, UnaryOperator<CampaignDraft> edit) {
        campaigns.change(
                signedIn.actor(), scene.campaign().campaignId(), edit.apply(CampaignDraft.of(scene.campaign())));
        scene.changed().run();
    }
}
