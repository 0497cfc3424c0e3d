package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rung.common.Actor;
import org.rung.media.Pictures;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationPart;
import org.rung.texting.Desk;
import org.rung.texting.OpenConversation;

/** One conversation: who, the thread, what the script proposes, and where the answer is written. */
class ConversationPane extends Div {

    private final Desk desk;
    private final Looks looks;
    private final Clock clock;
    private final transient Talk talk;
    private final transient Consumer<UndoToast> sent;
    private final ZoneId zone;
    private final ConversationHead head;
    private final AnswerChips chips;
    private final transient List<ConversationPart> parts;
    private final Div brought = new Div();
    private final ThreadPane thread;
    private final BannerPane banner;
    private final ScriptPane script;
    private final Writing writing;
    private final Div foot = new Div();
    private transient OpenConversation open;
    /** What rooms above show of it. */
    private transient List<ConversationPart.Look> above;

    /** It has gone back to everyone while it was on the screen: what is written may still be sent, and nothing else done. */
    private boolean lapsed;

    ConversationPane(
            Desk desk,
            Talk.Rooms rooms,
            Asking asking,
            Looks looks,
            Pictures pictures,
            Clock clock,
            Actor.Member actor,
            ConversationId conversationId,
            ZoneId zone,
            StaySwitch stay,
            Cover cover,
            Consumer<UndoToast> sent,
            Consumer<ConversationId> show) {
        this.desk = desk;
        this.looks = looks;
        this.parts = looks.parts();
        this.clock = clock;
        this.zone = zone;
        this.sent = sent;
        talk = new Talk(rooms, actor, conversationId, this::refresh);
        head = new ConversationHead(talk, asking, parts, stay);
        thread = new ThreadPane(cover);
        writing = new Writing(desk, pictures, talk, zone, this::sent, show);
        script = new ScriptPane(talk::answer, this::refresh, writing::propose);
        banner = new BannerPane(talk, asking, zone, words -> writing.propose(words, Optional.empty()));
        open = desk.open(actor, conversationId);
        above = looks.of(actor, open);
        chips = new AnswerChips(question -> script.again(question, open, above));
        addClassNames("pane-conversation");
        Div top = new Div(head, chips);
        top.addClassName("desk-top");
        foot.add(banner, script, writing);
        foot.addClassName("desk-foot");
        brought.addClassName("desk-brought");
        add(top, brought, thread, foot, new Keys());
        show(Optional.empty(), true);
        writing.show(open);
    }

    /** Reads everything anew, and leaves alone what is being written. */
    void refresh() {
        OpenConversation before = open;
        List<ConversationPart.Look> aboveBefore = above;
        open = desk.open(talk.actor(), talk.conversationId());
        above = looks.of(talk.actor(), open);
        show(lapsed ? Optional.empty() : Optional.of(before), !above.equals(aboveBefore));
        lapsed = false;
        if (before.readOnly().isEmpty() != open.readOnly().isEmpty()) {
            writing.show(open);
        } else {
            writing.goOn(open);
        }
    }

    void lapse() {
        lapsed = true;
        head.lapse();
        brought.removeAll();
        chips.setVisible(false);
        script.setVisible(false);
        banner.lapse();
        writing.lapse();
    }

    private void sent(UndoToast toast) {
        refresh();
        offer(toast);
        sent.accept(toast);
    }

    /** The chance to take back what was sent a moment ago, maybe from the conversation before. */
    void offer(UndoToast toast) {
        foot.add(toast);
    }

    void focusName() {
        head.focusName();
    }

    String name() {
        return Phrases.name(this, open);
    }

    /** What shows the same as before stays: a menu that is open does not close because a text was delivered. */
    private void show(Optional<OpenConversation> shown, boolean anew) {
        Optional<OpenConversation> before = shown.filter(any -> !anew);
        head.show(open, clock.instant());
        thread.show(open, above, zone, clock.instant());
        onChange(
                before,
                now -> List.of(
                        now.standing(),
                        now.readOnly(),
                        now.mayBeDone(),
                        now.speech(),
                        now.conversation().texter(),
                        handled(now)),
                () -> head.showTools(open, above, clock.instant()));
        onChange(before, now -> List.of(now.readOnly(), handled(now)), this::bring);
        onChange(
                before,
                now -> List.of(
                        now.questions(),
                        now.answers(),
                        now.past(),
                        now.supporter().tags(),
                        now.speech()),
                () -> chips.show(open, above));
        onChange(
                before,
                now -> List.of(
                        now.readOnly(),
                        now.mayBeDone(),
                        now.conversation().suggestion(),
                        now.ask(),
                        now.askInDraft(),
                        now.leavesAt()),
                () -> banner.show(open, above));
        onChange(
                before,
                now -> List.of(now.questions(), now.answers(), now.canned(), now.readOnly()),
                () -> script.show(open, above));
    }

    private static List<Object> handled(OpenConversation open) {
        var conversation = open.conversation();
        return List.of(
                conversation.helpSince(), conversation.helper(), conversation.backSince(), conversation.closed());
    }

    private void bring() {
        brought.removeAll();
        parts.forEach(part -> part.banner(talk.actor(), open, this::refresh).ifPresent(brought::add));
    }

    private void onChange(
            Optional<OpenConversation> before, Function<OpenConversation, List<Object>> part, Runnable show) {
        if (before.map(part).filter(part.apply(open)::equals).isEmpty()) {
            show.run();
        }
    }

    /** Whoever answers here for a texter stays, to give it back. */
    boolean helped() {
        return open.conversation().helpSince().isPresent();
    }

    /** Nobody holds it: it stands in the organizers' inbox. */
    boolean unheld() {
        return open.conversation().texter().isEmpty();
    }
}
