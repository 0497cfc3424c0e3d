package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.button;
import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.said;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.CampaignsPaths;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.live.Live;
import org.rung.live.LivePage;
import org.rung.live.LivePaths;
import org.rung.live.LiveTexter;
import org.rung.live.TexterNotes;
import org.rung.texting.Reviews;
import org.rung.texting.WorkMoves;

/** A campaign while it runs, on one page: how it goes, what needs a person, who is at work, and how work moves. */
@Route(LivePaths.LIVE)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class LiveView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Live live;
    private final transient Campaigns campaigns;
    private final transient WorkMoves moves;
    private final transient Reviews reviews;
    private final transient TexterNotes notes;
    private final transient Members members;
    private final transient SignedIn signedIn;
    private final transient LiveWatchers watchers;
    private final transient Clock clock;
    private final transient Actor.Member actor;
    private String title = "";
    private transient List<LiveTexter> texters = List.of();
    private transient Optional<CampaignId> opened = Optional.empty();
    private transient Optional<Shown> shown = Optional.empty();

    /** What moves while one looks. */
    private record Shown(
            long look,
            Div head,
            CampaignState state,
            Optional<String> reason,
            NumbersCard numbers,
            NeedsCard needs,
            Optional<TextersList> texters) {}

    LiveView(
            Live live,
            Campaigns campaigns,
            WorkMoves moves,
            Reviews reviews,
            TexterNotes notes,
            Members members,
            SignedIn signedIn,
            LiveWatchers watchers,
            Clock clock) {
        this.live = live;
        this.campaigns = campaigns;
        this.moves = moves;
        this.reviews = reviews;
        this.notes = notes;
        this.members = members;
        this.signedIn = signedIn;
        this.watchers = watchers;
        this.clock = clock;
        this.actor = signedIn.actor();
        addClassNames("page", "live-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var text = event.getRouteParameters().get("campaign").orElse("");
        var campaignId = new CampaignId(Id.parse("campaign", text));
        opened = Optional.of(campaignId);
        begin(live.page(actor, campaignId));
        watchers.watch(this, actor.organization(), campaignId, this::show);
    }

    private void begin(LivePage page) {
        removeAll();
        title = page.campaign().name();
        texters = page.texters();
        boolean assigns = actor.may(Permission.ASSIGN);
        var campaignId = page.campaign().campaignId();
        var head = div("col");
        var numbers = new NumbersCard(page);
        var needs = new NeedsCard(page);
        var left = div("col", needs);
        var right = div("col");
        Optional<TextersList> list = Optional.empty();
        if (assigns) {
            var card = new MovesCard(moves, members, actor, campaignId, () -> texters, clock);
            list = Optional.of(new TextersList(page, card::ask, this::review, card::drag));
            left.add(list.get());
            right.add(card);
        }
        if (actor.may(Permission.RUN_CAMPAIGNS))
            right.add(new NotesCard(notes, actor, campaignId, page.campaign().state() != CampaignState.ENDED, clock));
        add(head, numbers, div("live-grid", left, right));
        head(head, page);
        shown = Optional.of(new Shown(
                page.look(), head, page.campaign().state(), page.campaign().pauseReason(), numbers, needs, list));
    }

    /** In place, so that nothing moves from under a hand; only a new state draws its head anew. */
    public void show(LivePage page) {
        // Where one went on to another campaign in the same window, the first one's news comes too late.
        if (opened.filter(page.campaign().campaignId()::equals).isEmpty()) return;
        var now = shown.orElseThrow();
        // Nor does what was read before they paused undo what they see, though it comes after.
        if (page.look() < now.look()) return;
        texters = page.texters();
        now.numbers().show(page);
        now.needs().show(page);
        now.texters().ifPresent(list -> list.show(page));
        var campaign = page.campaign();
        boolean same = campaign.state() == now.state() && campaign.pauseReason().equals(now.reason());
        if (!same) head(now.head(), page);
        shown = Optional.of(new Shown(
                page.look(),
                now.head(),
                campaign.state(),
                campaign.pauseReason(),
                now.numbers(),
                now.needs(),
                now.texters()));
    }

    private void head(Div head, LivePage page) {
        var campaign = page.campaign();
        head.removeAll();
        var back = new Anchor("/" + CampaignsPaths.campaign(campaign.campaignId()), "‹ " + say("live.back"));
        back.addClassName("back");
        var actions = div("actions");
        if (actor.may(Permission.RUN_CAMPAIGNS)) actions(campaign.campaignId(), campaign.state(), actions);
        head.add(
                back,
                div(
                        "page-head",
                        div("col tight", new H1(campaign.name()), div("row wrap", state(campaign.state()))),
                        actions));
        campaign.pauseReason()
                .filter(reason -> campaign.state() == CampaignState.PAUSED && !reason.isBlank())
                .ifPresent(reason ->
                        head.add(div("notice warn", new Span(say("live.paused", Sentence.said(reason, getLocale()))))));
        campaign.terms()
                .sampling()
                .filter(size -> campaign.state() == CampaignState.RUNNING)
                .ifPresent(size -> head.add(div("notice", new Span(say("live.sampling", size)))));
    }

    private void actions(CampaignId campaignId, CampaignState state, Div actions) {
        if (state == CampaignState.RUNNING)
            actions.add(button(
                    "btn ghost",
                    say("live.pause"),
                    () -> new PauseDialog(reason -> {
                                campaigns.pause(actor, campaignId, reason);
                                show(live.page(actor, campaignId));
                            })
                            .open()));
        if (state == CampaignState.PAUSED)
            actions.add(button("btn", say("live.goOn"), () -> {
                campaigns.start(actor, campaignId);
                show(live.page(actor, campaignId));
            }));
    }

    private static Span state(CampaignState state) {
        var tone =
                switch (state) {
                    case RUNNING -> "chip good";
                    case PAUSED -> "chip warn";
                    case DRAFT, ENDED -> "chip";
                };
        return span(tone, say("campaigns.state." + state));
    }

    private void review(LiveTexter texter) {
        new ReviewDialog(reviews, actor, texter, signedIn.organization().zone(), () -> {
                    said(say("live.review.freed", texter.name()));
                    opened.ifPresent(one -> show(live.page(actor, one)));
                })
                .open();
    }

    @Override
    public String getPageTitle() {
        return say("live.title", title) + " · Rung";
    }
}
