package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignCopies;
import org.rung.campaigns.CampaignGoals;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.CampaignsPaths;
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
    private static final int READERS = 20;

    private final transient Campaigns campaigns;
    private final transient Scripts scripts;
    private final transient Reach reach;
    private final transient ScriptPanels panels;
    private final transient Map<Step, StepCard> cards = new EnumMap<>(Step.class);
    private final transient RunningPanel running;
    private final transient CampaignCopies copies;
    private final transient CampaignGoals goals;
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
            ScriptPanels panels,
            List<StepCard> cards,
            RunningPanel running,
            CampaignCopies copies,
            CampaignGoals goals,
            SignedIn signedIn,
            LiveCampaigns live) {
        this.campaigns = campaigns;
        this.scripts = scripts;
        this.reach = reach;
        this.panels = panels;
        cards.forEach(card -> this.cards.put(card.step(), card));
        this.running = running;
        this.copies = copies;
        this.goals = goals;
        this.signedIn = signedIn;
        this.live = live;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var text = event.getRouteParameters().get("campaign").orElse("");
        campaignId = Optional.of(new CampaignId(Id.parse("campaign", text)));
        moveOn();
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
                link("back", CampaignsPaths.CAMPAIGNS, "‹ " + getTranslation("campaigns.list.title")),
                head(campaign),
                new StepChips(campaign, checks, step, this::go),
                body(scene(campaign, checks), step));
        if (campaign.terms().template())
            addComponentAtIndex(2, div("notice", new Span(getTranslation("campaigns.template.how"))));
    }

    private Div head(Campaign campaign) {
        var summary = div("row wrap", state(this, campaign.state()));
        if (campaign.terms().template()) summary.add(span("chip", getTranslation("campaigns.template")));
        campaign.terms()
                .startsAt()
                .ifPresent(at -> summary.add(span("muted", getTranslation("campaigns.schedule.starts", said(at)))));
        campaign.goal()
                .map(goal -> getTranslation("scripts.action." + goal))
                .or(() -> goals.called(signedIn.actor().organization(), campaign, getLocale()))
                .ifPresent(goal -> summary.add(span("muted", getTranslation("campaigns.goal.is", goal))));
        var actions = div("actions");
        if (writable() && campaign.state() != CampaignState.ENDED)
            actions.add(button("btn ghost", getTranslation("campaigns.rename"), () -> rename(campaign)));
        if (writable())
            actions.add(button(
                    "btn ghost",
                    getTranslation(campaign.terms().template() ? "campaigns.templates.use" : "campaigns.copy"),
                    () -> new CopyDialog(copies, signedIn.actor(), campaign).open()));
        if (campaign.script().isPresent() && signedIn.actor().may(Permission.WRITE_SCRIPTS))
            actions.add(button("btn ghost", getTranslation("scripts.test.title"), () -> test(campaign)));
        return div("page-head", div("col tight", new H1(campaign.name()), summary), actions);
    }

    private String said(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(at.atZone(signedIn.organization().zone()))
                .replace('\u202f', '\u00a0');
    }

    private void go(Step step) {
        chosen = Optional.of(step);
        show();
    }

    private void moveOn() {
        chosen = Optional.empty();
        show();
    }

    private Div body(Scene scene, Step step) {
        if (step == Step.START && !scene.draft()) {
            numbers = Optional.of(running.show(scene));
        } else {
            scene.head(step);
            Objects.requireNonNull(cards.get(step)).show(scene);
        }
        if (!scene.draft() || step == Step.START) return scene.panel();
        return div(
                "studio-grid",
                scene.panel(),
                div(
                        "studio-side",
                        div(
                                "card pad col",
                                new H2(getTranslation("scripts.studio.checks")),
                                panels.checks(scene.checks()))));
    }

    private Scene scene(Campaign campaign, List<Check> checks) {
        return new Scene(
                div("card pad col campaign-panel"),
                campaign,
                checks,
                writable() && campaign.state() != CampaignState.ENDED,
                campaigns,
                signedIn,
                this::show,
                this::moveOn);
    }

    /** The version that it says, else the latest. */
    private void test(Campaign campaign) {
        var actor = signedIn.actor();
        var tree = campaign.scriptVersion()
                .map(version -> scripts.version(actor.organization(), version))
                .orElseGet(() ->
                        scripts.get(actor, campaign.script().orElseThrow()).tree());
        panels.test(tree, reach.some(actor, campaign.campaignId(), Optional.empty(), READERS));
    }

    private void rename(Campaign campaign) {
        new RenameDialog(campaign.name(), name -> scene(campaign, List.of()).save(draft -> draft.withName(name)))
                .open();
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
                    // Drawn anew only when its state changes: anything else would take the words from under someone's
                    // fingers.
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
