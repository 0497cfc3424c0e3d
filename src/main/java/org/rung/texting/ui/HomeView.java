package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.CampaignsPaths;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.ladder.LadderPaths;
import org.rung.ladder.StartingWords;
import org.rung.notices.Notice;
import org.rung.notices.Notices;
import org.rung.notices.NoticesPaths;
import org.rung.senders.Breaker;
import org.rung.senders.BreakerState;
import org.rung.senders.Breakers;
import org.rung.texting.Desk;
import org.rung.texting.Home;
import org.rung.texting.TextingPaths;

/** What waits for whoever signs in, and what came of their texting this week. */
@Route(TextingPaths.HOME)
@Menu(title = "texting.home", order = 0)
@RolesAllowed({"TEXTER", "ORGANIZER", "COORDINATOR", "ADMIN"})
public class HomeView extends Div implements HasDynamicTitle {

    private static final int MOST_NOTICES = 3;

    private final Desk desk;
    private final Breakers breakers;
    private final Notices notices;
    private final SignedIn signedIn;
    private final Clock clock;
    private final Actor.Member actor;
    private final Div cards = new Div();

    HomeView(Desk desk, Breakers breakers, Notices notices, SignedIn signedIn, OpenDesks open, Clock clock) {
        this.desk = desk;
        this.breakers = breakers;
        this.notices = notices;
        this.signedIn = signedIn;
        this.clock = clock;
        this.actor = signedIn.actor();
        addClassNames("page", "desk-home");
        cards.addClassName("desk-cards");
        add(head(), cards);
        show();
        open.watch(this, actor, actor.may(Permission.SEE_CONVERSATIONS), changed -> show());
    }

    private Component head() {
        int hour = clock.instant().atZone(signedIn.organization().zone()).getHour();
        String greeting = hour < 5 || hour >= 18 ? "evening" : hour < 12 ? "morning" : "afternoon";
        String first = signedIn.name().strip().split(" ", 2)[0];
        Span organization = new Span(signedIn.organization().name());
        organization.addClassName("muted");
        Div head = new Div(new H1(getTranslation("texting.home." + greeting, first)), organization);
        head.addClassName("col");
        head.getStyle().set("gap", "2px");
        return head;
    }

    private void show() {
        Home home = desk.home(actor);
        cards.removeAll();
        breakers.troubles(actor.organization()).forEach(trouble -> cards.add(outage(trouble)));
        notices.unread(actor, MOST_NOTICES).stream()
                .filter(notice -> !notice.kind().equals(Breakers.NOTICE))
                .forEach(notice -> cards.add(notice(notice)));
        boolean texts = actor.may(Permission.TEXT);
        if (home.held() > 0) {
            cards.add(card(
                    getTranslation("texting.held.home", home.held()),
                    getTranslation("texting.held.homeLine"),
                    link("texting.held.look", TextingPaths.HELD, true)));
        }
        if (texts && home.replies().count() > 0) {
            cards.add(
                    waiting("texting.home.replies", "texting.home.reply", home.replies(), TextingPaths.REPLIES, true));
        }
        home.campaigns().forEach(work -> cards.add(campaign(work)));
        home.inbox()
                .filter(inbox -> actor.may(Permission.REPLY_TO_ANYONE))
                .ifPresent(inbox -> cards.add(waiting(
                        "texting.home.inbox", "texting.home.open", inbox, TextingPaths.INBOX, inbox.count() > 0)));
        boolean idle = home.campaigns().isEmpty() && home.replies().count() == 0;
        int running = home.running().map(Home.Running::count).orElse(0);
        if (texts && idle && running == 0) {
            cards.add(nothing());
        } else {
            home.running().ifPresent(all -> cards.add(running(all)));
        }
        if (texts && (home.running().isEmpty() || !idle || !home.moved().isEmpty())) {
            cards.add(moved(home.moved()));
        }
    }

    /** Everyone who texts wants to know why nothing is delivered. */
    private Component outage(Breaker trouble) {
        String provider = getTranslation("senders.gateway." + trouble.gateway());
        boolean open = trouble.state() == BreakerState.OPEN;
        String since = trouble.openedAt()
                .map(at -> Phrases.time(at, signedIn.organization().zone(), getLocale()))
                .orElse("");
        Div card = card(
                getTranslation(open ? "senders.down.title" : "senders.ramp.title", provider),
                open ? getTranslation("senders.down.line", since) : getTranslation("senders.ramp.line"),
                new Span());
        card.addClassNames("home-trouble");
        card.getElement().setAttribute("role", "status");
        return card;
    }

    private Component notice(Notice notice) {
        Paragraph words = new Paragraph(notice.in(getLocale()));
        words.addClassName("grow");
        Div row = new Div(words, link("notices.look", NoticesPaths.NOTICES, false));
        row.addClassNames("row", "wrap");
        Div card = new Div(row);
        card.addClassNames("card", "col", "pad", "home-trouble");
        return card;
    }

    private Component waiting(String title, String action, Home.Waiting waiting, String path, boolean strong) {
        Instant now = clock.instant();
        String oldest = waiting.oldest()
                .map(since -> getTranslation("texting.home.oldest", Phrases.ago(this, since, now)))
                .orElse(getTranslation("texting.home.quiet"));
        return card(getTranslation(title, waiting.count()), oldest, link(action, path, strong));
    }

    private Component campaign(Home.Work work) {
        boolean running = work.state() == CampaignState.RUNNING;
        String left = !running
                ? work.pauseReason()
                        .filter(reason -> !reason.isBlank())
                        .map(reason -> getTranslation("texting.home.pausedWhy", Sentence.said(reason, getLocale())))
                        .orElse(getTranslation("texting.home.paused"))
                : getTranslation(
                        "texting.home.left",
                        work.held(),
                        getTranslation(
                                work.openNow() ? "texting.home.openUntil" : "texting.home.opens",
                                Phrases.time(work.openNow() ? work.closes() : work.opens(), getLocale())));
        boolean canGet = running && work.held() == 0 && work.toGet() > 0;
        if (running && work.held() == 0 && work.openNow() && !canGet) {
            left = getTranslation(work.selfServe() ? "texting.home.none" : "texting.home.handedOut");
        }
        Div card = card(
                work.name(),
                left,
                running && (work.held() > 0 || canGet)
                        ? link(
                                canGet ? "texting.home.getMore" : "texting.home.text",
                                TextingPaths.text(work.campaignId()),
                                work.held() > 0)
                        : new Span());
        int total = work.held() + work.doneOfBatch();
        if (total > 0) {
            card.add(bar(
                    100.0 * work.doneOfBatch() / total,
                    getTranslation("texting.first.progressOf", work.doneOfBatch(), total),
                    0));
        }
        return card;
    }

    private Component running(Home.Running running) {
        Div actions = new Div(link("texting.home.campaigns", CampaignsPaths.CAMPAIGNS, false));
        if (actor.may(Permission.SEE_LADDER)) {
            actions.add(link("texting.home.ladder", LadderPaths.LADDER, false));
        }
        actions.addClassName("actions");
        Div card = card(
                getTranslation("texting.home.running", running.count()),
                getTranslation(running.count() == 0 ? "texting.home.runningNone" : "texting.home.runningSome"),
                actions);
        running.newest().forEach(campaign -> card.add(progress(campaign)));
        return card;
    }

    private Component progress(Home.Progress campaign) {
        Span name = new Span(campaign.name());
        name.addClassNames("strong", "grow", "clip");
        Span texted = new Span(getTranslation("texting.home.texted", campaign.texted(), campaign.all()));
        texted.addClassNames("small", "muted", "num");
        Div top = new Div(name);
        if (campaign.waiting() > 0) {
            Span waiting = new Span(getTranslation("texting.home.replies", campaign.waiting()));
            waiting.addClassNames("chip", "warn");
            top.add(waiting);
        }
        top.addClassNames("row");
        Anchor line = new Anchor(
                "/" + CampaignsPaths.campaign(campaign.campaignId()),
                top,
                bar(campaign.all() == 0 ? 0 : 100.0 * campaign.texted() / campaign.all(), "", 0),
                texted);
        line.addClassName("home-campaign");
        return line;
    }

    private Component nothing() {
        Div card = card(
                getTranslation("texting.home.nothing"),
                getTranslation(
                        actor.may(Permission.RUN_CAMPAIGNS)
                                ? "texting.home.nothingOrganizer"
                                : "texting.home.nothingTexter"),
                actor.may(Permission.RUN_CAMPAIGNS)
                        ? link("texting.home.campaigns", CampaignsPaths.CAMPAIGNS, true)
                        : new Span());
        return card;
    }

    private Component moved(List<Home.Moved> moved) {
        Div card = new Div(new H2(getTranslation("texting.home.moved")));
        card.addClassNames("card", "col", "pad");
        if (moved.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("texting.home.movedNone"));
            none.addClassNames("muted", "small");
            card.add(none);
        }
        int most = moved.stream().mapToInt(Home.Moved::people).max().orElse(1);
        for (Home.Moved one : moved) {
            Span rung = new Span(StartingWords.in(getLocale(), one.rung()));
            rung.addClassName("desk-rung");
            Span people = new Span(String.valueOf(one.people()));
            people.addClassNames("strong", "num");
            Div bar = bar(100.0 * one.people() / most, "", one.position());
            bar.addClassName("grow");
            Div row = new Div(rung, bar, people);
            row.addClassNames("row", "small");
            card.add(row);
        }
        return card;
    }

    private static Div card(String title, String line, Component action) {
        Span small = new Span(line);
        small.addClassNames("small", "muted");
        Div words = new Div(new H2(title), small);
        words.addClassName("grow");
        Div row = new Div(words, action);
        row.addClassNames("row", "wrap");
        Div card = new Div(row);
        card.addClassNames("card", "col", "pad");
        return card;
    }

    private static Div bar(double percent, String name, int rung) {
        var filled = new com.vaadin.flow.dom.Element("b");
        filled.getStyle().set("width", Math.round(percent) + "%");
        if (rung > 0) {
            filled.getStyle().set("background", "var(--rung-" + Math.min(rung, 6) + ")");
        }
        Div bar = new Div();
        bar.addClassName("bar");
        bar.getElement().appendChild(filled);
        if (!name.isEmpty()) {
            bar.getElement().setAttribute("role", "img").setAttribute("aria-label", name);
        }
        return bar;
    }

    private Anchor link(String words, String path, boolean strong) {
        Anchor link = new Anchor("/" + path, getTranslation(words));
        link.addClassName("btn");
        link.setClassName("ghost", !strong);
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("texting.home") + " · Rung";
    }
}
