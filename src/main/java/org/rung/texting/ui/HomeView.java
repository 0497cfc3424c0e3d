package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignsPaths;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.texting.Assignments;
import org.rung.texting.ConversationId;
import org.rung.texting.Desk;
import org.rung.texting.FirstSteps;
import org.rung.texting.Home;
import org.rung.texting.HomeCard;
import org.rung.texting.HomePart;
import org.rung.texting.TextingPaths;

/** What waits for whoever signs in, and what came of their texting this week. */
@Route(TextingPaths.HOME)
@Menu(title = "texting.home", order = 0)
@RolesAllowed({"TEXTER", "ORGANIZER", "COORDINATOR", "ADMIN"})
public class HomeView extends Div implements HasDynamicTitle {

    private final Desk desk;
    private final Assignments assignments;
    private final FirstSteps steps;
    private final TroubleCards troubles;
    private final List<HomePart> parts;
    private final SignedIn signedIn;
    private final Clock clock;
    private final Actor.Member actor;
    private final Div cards = new Div();

    HomeView(
            Desk desk,
            Assignments assignments,
            FirstSteps steps,
            TroubleCards troubles,
            List<HomePart> parts,
            SignedIn signedIn,
            OpenDesks open,
            Clock clock) {
        this.desk = desk;
        this.assignments = assignments;
        this.steps = steps;
        this.troubles = troubles;
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(HomePart::order)).toList();
        this.signedIn = signedIn;
        this.clock = clock;
        this.actor = signedIn.actor();
        addClassNames("page", "desk-home");
        cards.addClassName("desk-cards");
        add(head(), cards);
        show();
        open.watch(this, actor, actor.may(Permission.SEE_CONVERSATIONS), new Looks());
    }

    private final class Looks implements OpenDesks.CampaignWatcher {
        @Override
        public void changed(Optional<ConversationId> conversation) {
            show();
        }

        @Override
        public void changed(CampaignId campaign) {
            show();
        }
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
        troubles.now(this, actor, signedIn.organization().zone()).forEach(cards::add);
        parts(false);
        boolean texts = actor.may(Permission.TEXT);
        if (home.held() > 0) {
            cards.add(new HomeCard(
                    getTranslation("texting.held.home", home.held()),
                    getTranslation("texting.held.homeLine"),
                    HomeCard.way(this, "texting.held.look", TextingPaths.HELD, true)));
        }
        if (texts && home.replies().count() > 0) {
            cards.add(
                    waiting("texting.home.replies", "texting.home.reply", home.replies(), TextingPaths.REPLIES, true));
        }
        home.campaigns()
                .forEach(work -> cards.add(
                        new WorkCard(this, work, signedIn.organization().zone(), clock.instant())));
        int unsent = home.campaigns().stream().mapToInt(Home.Work::held).sum();
        if (texts && unsent + home.replies().count() > 0) {
            cards.add(new DoneCard(
                    this, assignments, actor, unsent, home.replies().count()));
        }
        int running = home.running().map(Home.Running::count).orElse(0);
        var first = running == 0 ? steps.done(actor) : Optional.<Set<FirstSteps.Step>>empty();
        first.ifPresent(done -> cards.add(new FirstStepsCard(this, actor, done)));
        home.inbox()
                .filter(inbox -> actor.may(Permission.REPLY_TO_ANYONE))
                .ifPresent(inbox -> cards.add(waiting(
                        "texting.home.inbox", "texting.home.open", inbox, TextingPaths.INBOX, inbox.count() > 0)));
        boolean idle = home.campaigns().isEmpty() && home.replies().count() == 0;
        if (first.isEmpty() && texts && idle && running == 0) {
            cards.add(nothing());
        } else if (first.isEmpty()) {
            home.running().ifPresent(all -> cards.add(new RunningCard(this, all, actor.may(Permission.SEE_LADDER))));
        }
        parts(true);
    }

    private void parts(boolean behindWork) {
        parts.stream()
                .filter(part -> part.order() >= HomePart.BEHIND_WORK == behindWork)
                .forEach(part -> part.card(actor).ifPresent(cards::add));
    }

    private Component waiting(String title, String action, Home.Waiting waiting, String path, boolean strong) {
        Instant now = clock.instant();
        String oldest = waiting.oldest()
                .map(since -> getTranslation("texting.home.oldest", Phrases.ago(this, since, now)))
                .orElse(getTranslation("texting.home.quiet"));
        return new HomeCard(getTranslation(title, waiting.count()), oldest, HomeCard.way(this, action, path, strong));
    }

    private Component nothing() {
        boolean runs = actor.may(Permission.RUN_CAMPAIGNS);
        String line = getTranslation(runs ? "texting.home.nothingOrganizer" : "texting.home.nothingTexter");
        return runs
                ? new HomeCard(
                        getTranslation("texting.home.nothing"),
                        line,
                        HomeCard.way(this, "texting.home.campaigns", CampaignsPaths.CAMPAIGNS, true))
                : new HomeCard(getTranslation("texting.home.nothing"), line);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("texting.home") + " · Rung";
    }
}
