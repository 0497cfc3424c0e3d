package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.CampaignsPaths;
import org.rung.campaigns.CannedReplies;
import org.rung.campaigns.Reach;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.scripts.Check;
import org.rung.scripts.ScriptPanels;
import org.rung.scripts.Scripts;

/** One campaign: its steps in any order, and what is still missing. */
@Route(CampaignsPaths.CAMPAIGNS + "/:campaign")
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class CampaignView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Campaigns campaigns;
    private final transient Scripts scripts;
    private final transient Reach reach;
    private final transient CannedReplies replies;
    private final transient ScriptPanels panels;
    private final transient CampaignSteps steps;
    private final transient RunningPanel running;
    private final transient SignedIn signedIn;
    private final transient LiveCampaigns live;
    private transient Optional<CampaignId> campaignId = Optional.empty();
    private transient Runnable leave = () -> {};
    private Optional<Step> chosen = Optional.empty();
    private String title = "";
    private transient Optional<Progress> numbers = Optional.empty();

    CampaignView(
            Campaigns campaigns,
            Scripts scripts,
            Reach reach,
            CannedReplies replies,
            ScriptPanels panels,
            CampaignSteps steps,
            RunningPanel running,
            SignedIn signedIn,
            LiveCampaigns live) {
        this.campaigns = campaigns;
        this.scripts = scripts;
        this.reach = reach;
        this.replies = replies;
        this.panels = panels;
        this.steps = steps;
        this.running = running;
        this.signedIn = signedIn;
        this.live = live;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var text = event.getRouteParameters().get("campaign").orElse("");
        campaignId = Optional.of(new CampaignId(Id.parse("campaign", text)));
        chosen = Optional.empty();
        show();
    }

    private void show() {
        var campaign = campaigns.get(signedIn.actor(), campaignId.orElseThrow());
        var checks =
                campaign.state() == CampaignState.DRAFT ? reach.checks(signedIn.actor(), campaign) : List.<Check>of();
        var step = chosen.orElse(Step.next(campaign, checks));
        title = campaign.name();
        numbers = Optional.empty();
        removeAll();
        add(
                link("small", CampaignsPaths.CAMPAIGNS, "‹ " + getTranslation("campaigns.list.title")),
                head(campaign),
                chips(campaign, checks, step),
                body(campaign, checks, step));
    }

    private Div head(Campaign campaign) {
        var summary = div("row wrap", state(this, campaign.state()));
        campaign.goal()
                .ifPresent(goal -> summary.add(
                        span("muted", getTranslation("campaigns.goal.is", getTranslation("scripts.action." + goal)))));
        var actions = div("actions");
        if (writable() && campaign.state() != CampaignState.ENDED)
            actions.add(button("btn ghost", getTranslation("campaigns.rename"), () -> rename(campaign)));
        if (campaign.script().isPresent() && signedIn.actor().may(Permission.WRITE_SCRIPTS))
            actions.add(button("btn ghost", getTranslation("scripts.test.title"), () -> test(campaign)));
        return div("page-head", div("col tight", new H1(campaign.name()), summary), actions);
    }

    private Div chips(Campaign campaign, List<Check> checks, Step step) {
        var chips = div("steps");
        chips.getElement().setAttribute("role", "navigation");
        chips.getElement().setAttribute("aria-label", getTranslation("campaigns.steps"));
        boolean draft = campaign.state() == CampaignState.DRAFT;
        for (var one : Step.values()) {
            boolean done = draft && one.done(campaign, checks);
            var name = getTranslation("campaigns.step." + (one == Step.START && !draft ? "PROGRESS" : one));
            var chip = button(one == step ? "chip on" : done ? "chip good" : "chip", done ? "✓ " + name : name, () -> {
                chosen = Optional.of(one);
                show();
            });
            if (one == step) chip.getElement().setAttribute("aria-current", "step");
            if (one == Step.START && !draft) chips.addComponentAsFirst(chip);
            else chips.add(chip);
        }
        return chips;
    }

    private Div body(Campaign campaign, List<Check> checks, Step step) {
        var panel = div("card pad col campaign-panel");
        var scene = new CampaignSteps.Scene(
                panel, campaign, writable() && campaign.state() != CampaignState.ENDED, this::show);
        boolean draft = campaign.state() == CampaignState.DRAFT;
        switch (step) {
            case WHO -> steps.who(scene);
            case GOAL -> steps.goal(scene);
            case SCRIPT -> steps.script(scene);
            case TEXTERS -> steps.texters(scene);
            case HOURS -> steps.hours(scene);
            case REPLIES -> {
                scene.head("REPLIES");
                panel.add(new CannedRepliesPanel(replies, signedIn, campaignId));
            }
            case START -> {
                if (draft) start(scene, checks);
                else numbers = Optional.of(running.show(scene));
            }
        }
        if (!draft || step == Step.START) return panel;
        var list = panels.checks(checks);
        return div(
                "studio-grid",
                panel,
                div("studio-side", div("card pad col", new H2(getTranslation("scripts.studio.checks")), list)));
    }

    private void start(CampaignSteps.Scene scene, List<Check> checks) {
        scene.head("START");
        var list = panels.checks(checks);
        long missing = checks.stream()
                .filter(check -> check.level() == Check.Level.MUST)
                .count();
        var start = button("btn big", getTranslation("campaigns.start"), () -> {
            campaigns.start(signedIn.actor(), scene.campaign().campaignId());
            chosen = Optional.empty();
            show();
        });
        start.setEnabled(missing == 0);
        scene.panel().add(list);
        steps.sender(scene);
        if (scene.writable())
            scene.panel()
                    .add(div(
                            "row wrap",
                            start,
                            new Paragraph(
                                    missing == 0
                                            ? getTranslation("campaigns.start.then")
                                            : getTranslation("campaigns.start.missing", missing))));
    }

    private void test(Campaign campaign) {
        var actor = signedIn.actor();
        var tree = scripts.get(actor, campaign.script().orElseThrow()).tree();
        var person = reach.some(actor, campaign.campaignId(), Optional.empty(), 1).stream()
                .findFirst();
        panels.test(tree, person);
    }

    private void rename(Campaign campaign) {
        var dialog = new Dialog(getTranslation("campaigns.rename"));
        dialog.setWidth("420px");
        var name = new TextField(getTranslation("campaigns.new.name"), campaign.name(), "");
        name.setMaxLength(120);
        name.setWidthFull();
        dialog.add(name);
        dialog.getFooter()
                .add(
                        button("btn ghost", getTranslation("campaigns.cancel"), dialog::close),
                        button("btn", getTranslation("campaigns.save"), () -> {
                            steps.save(
                                    new CampaignSteps.Scene(new Div(), campaign, true, this::show),
                                    draft -> draft.withName(name.getValue()));
                            dialog.close();
                        }));
        dialog.open();
    }

    private boolean writable() {
        return signedIn.actor().may(Permission.RUN_CAMPAIGNS);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        leave = live.follow(
                signedIn.actor().organization(),
                changed -> {
                    // Drawing the screen anew would take the words from under someone's fingers, so only the state's
                    // change
                    // does.
                    if (campaignId.filter(changed.campaignId()::equals).isPresent())
                        ui.access(() -> {
                            if (isAttached() && changed.state() != CampaignState.DRAFT && chosen.isEmpty()) show();
                        });
                },
                () -> ui.access(() -> numbers.filter(shown -> isAttached())
                        .ifPresent(shown -> shown.show(running.counts(campaignId.orElseThrow())))));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        leave.run();
    }

    @Override
    public String getPageTitle() {
        return title + " · Rung";
    }
}
