package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.FullScreen;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.messaging.Hold;
import org.rung.messaging.Text;
import org.rung.texting.Assignments;
import org.rung.texting.Batch;
import org.rung.texting.Choices;
import org.rung.texting.ConversationId;
import org.rung.texting.Conversations;
import org.rung.texting.Correspondence;
import org.rung.texting.Desk;
import org.rung.texting.FirstTextCard;
import org.rung.texting.Home;
import org.rung.texting.Objection;
import org.rung.texting.TextingPaths;

/** First texts of one campaign, one after another. */
@Route(TextingPaths.TEXT)
@RolesAllowed({"TEXTER", "ORGANIZER", "ADMIN"})
public class FirstTextsView extends Div implements HasUrlParameter<String>, HasDynamicTitle, FullScreen {

    private static final int DEALT = 15;

    private final Desk desk;
    private final Conversations conversations;
    private final Correspondence correspondence;
    private final Skipping skipping;
    private final Assignments assignments;
    private final SignedIn signedIn;
    private final Clock clock;
    private final FirstTexts screen = new FirstTexts();
    private final Actor.Member actor;
    private final Cover cover;

    /** Cards the browser has: none is dealt twice. */
    private final Set<ConversationId> dealt = new HashSet<>();

    private CampaignId campaignId = new CampaignId(0);
    private String campaign = "";
    private String waiting = "";
    private Optional<String> left = Optional.empty();

    FirstTextsView(
            Desk desk,
            Conversations conversations,
            Correspondence correspondence,
            Skipping skipping,
            Assignments assignments,
            SignedIn signedIn,
            OpenDesks open,
            Choices choices,
            Clock clock) {
        this.desk = desk;
        this.conversations = conversations;
        this.correspondence = correspondence;
        this.skipping = skipping;
        this.assignments = assignments;
        this.signedIn = signedIn;
        this.clock = clock;
        this.actor = signedIn.actor();
        this.cover = Cover.of(choices, actor);
        addClassName("desk");
        add(screen);
        screen.on("send", this::send);
        screen.on("skip", this::skip);
        screen.on("unskip", said -> bringBack(said.id));
        screen.on("draft", this::draft);
        screen.on("undo", this::undo);
        screen.on("more", said -> screen.deal(next()));
        screen.on("pull", said -> pull());
        screen.on("back", said -> go(TextingPaths.HOME));
        screen.on("replies", said -> go(TextingPaths.REPLIES));
        open.watch(this, actor, false, new Looks());
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        campaignId = new CampaignId(Id.parse("campaign", parameter));
        Home.Work work = desk.work(actor, campaignId);
        Optional<Batch.Short> why = Optional.empty();
        if (work.held() == 0 && work.selfServe()) {
            why = assignments.pull(actor, campaignId).why();
            work = desk.work(actor, campaignId);
        }
        campaign = work.name();
        // Back from replies: the card that was left comes first.
        left = event.getLocation().getQueryParameters().getSingleParameter("card");
        waiting = waiting();
        Map<String, Object> state = state(work, why);
        state.put("campaign", campaign);
        state.put("me", actor.memberId().text());
        state.put("waits", waiting);
        state.put("skips", Skipping.choices(this));
        state.put("words", CardState.words(this, desk.sampleLink(actor)));
        screen.begin(state);
    }

    private final class Looks implements OpenDesks.CampaignWatcher {
        @Override
        public void changed(Optional<ConversationId> conversation) {
            replies();
        }

        /** Whoever is in the middle of a batch hears that it rests, and why, before they send the next one in vain. */
        @Override
        public void changed(CampaignId changed) {
            if (changed.equals(campaignId)) {
                try {
                    paused(desk.work(actor, campaignId)).ifPresent(screen::say);
                } catch (Problem.Missing removed) {
                    // No longer one of its texters, or it has ended: what they send next says so.
                }
            }
        }
    }

    private Optional<String> paused(Home.Work work) {
        return Optional.of(work)
                .filter(one -> one.state() == CampaignState.PAUSED)
                .flatMap(Home.Work::pauseReason)
                .filter(reason -> !reason.isBlank())
                .map(reason -> getTranslation("texting.home.pausedWhy", Sentence.said(reason, Phrases.locale())));
    }

    private String why(Home.Work work, Batch.Short reason) {
        return Optional.of(reason)
                .filter(Batch.Short.PAUSED::equals)
                .flatMap(any -> paused(work))
                .orElse(getTranslation("texting.why." + reason.name()));
    }

    private Map<String, Object> state(Home.Work work, Optional<Batch.Short> why) {
        Map<String, Object> state = new HashMap<>();
        state.put("done", work.doneOfBatch());
        state.put("left", work.held());
        // Where there is a reason why there are no more, none are offered.
        state.put("more", why.isPresent() ? 0 : work.toGet());
        state.put("why", why.map(reason -> why(work, reason)).orElse(""));
        state.put("first", next());
        return state;
    }

    /** Replies interrupt gently: a line that says how many wait, and nothing moves from under a thumb. */
    private void replies() {
        String now = waiting();
        if (!now.equals(waiting)) {
            waiting = now;
            screen.waiting(now);
        }
    }

    private String waiting() {
        int count = desk.waiting(List.of(actor.memberId())).getOrDefault(actor.memberId(), 0);
        return count == 0 ? "" : getTranslation("texting.first.waiting", count);
    }

    private void send(DeskElement.Said sent) {
        send(sent, false);
    }

    private void send(DeskElement.Said sent, boolean sure) {
        try {
            var text = correspondence.sendFirst(actor, id(sent.id), sent.body, sent.request, sure);
            screen.accepted(sent.id, text.messageId().text(), Phrases.undo(text).toSeconds(), waits(text));
        } catch (Problem.Invalid refused) {
            if (refused.field().equals("firstText")) {
                stale(sent.id, Sentences.of(refused));
            } else {
                failed(sent.id, Sentences.of(refused));
            }
        } catch (Problem problem) {
            if (Objection.asks(problem)) {
                Unkind.ask(
                        this,
                        problem,
                        () -> send(sent, true),
                        () -> failed(sent.id, getTranslation("texting.unkind.kept")));
            } else {
                failed(sent.id, Sentences.of(problem));
            }
        } catch (RuntimeException mishap) {
            failed(sent.id, getTranslation("texting.first.mishap"));
            throw mishap;
        }
    }

    /** A card that may still be sent comes back; any other may be dealt again, should it ever be this texter's again. */
    private void failed(String id, String sentence) {
        boolean back = stillToText(id);
        if (!back) {
            dealt.remove(id(id));
        }
        screen.failed(id, sentence, back);
    }

    /** The words were locked, or what the script fills in has changed, since it was dealt. */
    private void stale(String id, String sentence) {
        if (stillToText(id)) {
            dealt.remove(id(id));
            screen.stale(id, sentence);
            screen.deal(next());
        } else {
            failed(id, sentence);
        }
    }

    private boolean stillToText(String id) {
        try {
            return conversations.stillToText(actor, id(id));
        } catch (RuntimeException unknown) {
            return true;
        }
    }

    /** With {0} where the browser puts the name; empty for what leaves at once. */
    private String waits(Text text) {
        var here = signedIn.organization().zone();
        if (text.hold().filter(Hold.REVIEW::equals).isPresent()) return getTranslation("texting.first.reviewed", "{0}");
        return text.hold().filter(Hold.HOURS::equals).isEmpty()
                ? ""
                : text.dueAt()
                        .map(due -> getTranslation(
                                "texting.first.waits", "{0}", Phrases.both(this, due, here, here, getLocale())))
                        .orElse("");
    }

    private void skip(DeskElement.Said said) {
        try {
            skipping.skip(actor, id(said.id), said);
            screen.skipped(said.id);
        } catch (Problem problem) {
            failed(said.id, Sentences.of(problem));
        } catch (RuntimeException mishap) {
            failed(said.id, getTranslation("texting.first.mishap"));
            throw mishap;
        }
    }

    private void bringBack(String id) {
        try {
            skipping.bringBack(actor, id(id));
            screen.undone(id);
        } catch (Problem problem) {
            screen.say(Sentences.of(problem));
        }
    }

    /** What was written stays, whatever becomes of the phone; the script's own words need no keeping. */
    private void draft(DeskElement.Said drafted) {
        try {
            correspondence.saveDraft(actor, id(drafted.id), drafted.body);
        } catch (Problem.Missing gone) {
            // Sent or taken meanwhile: the words come too late to be kept.
        }
    }

    private void undo(DeskElement.Said undone) {
        if (correspondence.undo(actor, id(undone.id), new MessageId(Id.parse("message", undone.message)))) {
            screen.undone(undone.id);
        } else {
            screen.say(getTranslation("texting.undo.late"));
        }
    }

    private void pull() {
        Batch batch = assignments.pull(actor, campaignId);
        Map<String, Object> state = state(desk.work(actor, campaignId), batch.why());
        screen.again(state);
    }

    private List<Map<String, Object>> next() {
        List<FirstTextCard> cards = desk.cards(actor, campaignId, dealt, DEALT);
        cards.forEach(card -> dealt.add(card.conversationId()));
        return cards.stream()
                .sorted(Comparator.comparing((FirstTextCard card) ->
                        left.filter(card.conversationId().text()::equals).isEmpty()))
                .map(card ->
                        CardState.of(this, card, cover, signedIn.organization().zone(), clock.instant()))
                .toList();
    }

    private static ConversationId id(String text) {
        return new ConversationId(Id.parse("conversation", text));
    }

    private void go(String path) {
        getUI().ifPresent(ui -> ui.navigate(path));
    }

    @Override
    public String getPageTitle() {
        return campaign + " · " + signedIn.organization().name();
    }
}
