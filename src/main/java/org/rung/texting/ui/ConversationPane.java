package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rung.common.Actor;
import org.rung.media.Attachment;
import org.rung.media.AttachmentId;
import org.rung.media.PicturePick;
import org.rung.media.Pictures;
import org.rung.messaging.Hold;
import org.rung.messaging.Text;
import org.rung.texting.ConversationHandoff;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationPart;
import org.rung.texting.Conversations;
import org.rung.texting.Desk;
import org.rung.texting.Draft;
import org.rung.texting.OpenConversation;
import org.rung.texting.TextingPaths;

/** One conversation: who, the thread, what the script proposes, and where the answer is written. */
class ConversationPane extends Div {

    private final Desk desk;
    private final Looks looks;
    private final Pictures pictures;
    private final Clock clock;
    private final transient Talk talk;
    private final transient Consumer<UndoToast> sent;
    private final transient Consumer<ConversationId> show;
    private final ZoneId zone;
    private final ConversationHead head;
    private final AnswerChips chips;
    private final transient List<ConversationHandoff> parts;
    private final Div brought = new Div();
    private final ThreadPane thread;
    private final BannerPane banner;
    private final ScriptPane script;
    private final Div composing = new Div();
    private final PicturePick pick;
    private final Div foot = new Div();
    private transient OpenConversation open;
    /** What rooms above show of it. */
    private transient List<ConversationPart.Look> above;

    private Composer composer;
    private String written = "";
    /** Of the text that was sent last. */
    private String request = "";
    /** It has gone back to everyone while it was on the screen: what is written may still be sent, and nothing else done. */
    private boolean lapsed;

    ConversationPane(
            Desk desk,
            Conversations conversations,
            Asking asking,
            Looks looks,
            Pictures pictures,
            List<ConversationHandoff> parts,
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
        this.pictures = pictures;
        this.parts = parts;
        this.clock = clock;
        this.zone = zone;
        this.sent = sent;
        this.show = show;
        talk = new Talk(conversations, actor, conversationId, this::refresh);
        head = new ConversationHead(talk, asking, parts, stay);
        thread = new ThreadPane(cover);
        script = new ScriptPane(talk::answer, this::refresh, this::propose);
        banner = new BannerPane(talk, asking, zone, words -> propose(words, Optional.empty()));
        pick = new PicturePick(pictures, actor, this::picked);
        open = desk.open(actor, conversationId);
        above = looks.of(actor, open);
        chips = new AnswerChips(question -> script.again(question, open, above));
        addClassNames("pane-conversation");
        Div top = new Div(head, chips);
        top.addClassName("desk-top");
        composing.addClassName("desk-composing");
        foot.add(banner, script, composing);
        foot.addClassName("desk-foot");
        brought.addClassName("desk-brought");
        add(top, brought, thread, foot, new Keys());
        composer = composer();
        show(Optional.empty(), true);
        fillComposer();
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
            fillComposer();
        }
    }

    void lapse() {
        lapsed = true;
        head.lapse();
        brought.removeAll();
        chips.setVisible(false);
        script.setVisible(false);
        banner.lapse();
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
                now -> List.of(now.questions(), now.answers(), now.supporter().tags(), now.speech()),
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

    private void propose(String words, Optional<AttachmentId> picture) {
        if (open.readOnly().isEmpty()) {
            composer.put(words);
            picture.flatMap(id -> pictures.find(talk.actor().organization(), id))
                    .ifPresent(found -> {
                        pick.set(Optional.of(found));
                        picked(Optional.of(found));
                    });
        }
    }

    private void picked(Optional<Attachment> picture) {
        composer.picture(picture.isPresent());
        keep(written);
    }

    /** What was written stays, with its picture, whatever becomes of the phone. */
    private void keep(String words) {
        written = words;
        if (lapsed) {
            return;
        }
        talk.conversations().saveDraft(talk.actor(), talk.conversationId(), draft(words));
    }

    private Draft draft(String words) {
        return new Draft(words, pick.value().map(Attachment::attachmentId));
    }

    private Composer composer() {
        String first = open.supporter().firstName();
        Composer made = new Composer(
                getTranslation("texting.reply.label", name()),
                first.isBlank()
                        ? getTranslation("texting.reply.plain")
                        : getTranslation("texting.reply.placeholder", first),
                getTranslation("texting.done"),
                open.draft(),
                desk.sampleLink(talk.actor()));
        made.on("draft", said -> {
            keep(said.body);
            made.stored(said.body);
        });
        made.on("second", said -> done());
        made.on("send", this::send);
        made.keepAt(place());
        return made;
    }

    private void done() {
        if (lapsed) {
            getUI().ifPresent(ui -> ui.navigate(TextingPaths.REPLIES));
        } else {
            talk.act(Conversations::done);
        }
    }

    private void fillComposer() {
        composing.removeAll();
        if (open.readOnly().isEmpty()) {
            composer = composer();
            written = open.draft();
            pick.set(open.draftPicture());
            composer.picture(pick.value().isPresent());
            composing.add(pick, composer);
        } else {
            Composer.forget(composing, place());
        }
    }

    private String place() {
        return talk.actor().memberId().text() + "/" + talk.conversationId().text();
    }

    private void send(DeskElement.Said words) {
        if (words.request.equals(request)) {
            // Pressed again before the answer was there: it has been sent, with its picture.
            return;
        }
        Draft draft = draft(words.body);
        Text text = talk.conversations().reply(talk.actor(), talk.conversationId(), draft, words.request);
        request = words.request;
        composer.taken();
        written = "";
        pick.set(Optional.empty());
        composer.picture(false);
        UndoToast toast = new UndoToast(
                said(text), getTranslation("texting.first.undo"), Phrases.undo(text), () -> undo(text, draft));
        toast.setVisible(Phrases.undo(text).toSeconds() > 0);
        refresh();
        offer(toast);
        sent.accept(toast);
    }

    private String said(Text text) {
        return text.hold().filter(Hold.HOURS::equals).isEmpty()
                ? getTranslation("texting.first.sent", name())
                : text.dueAt()
                        .map(due -> getTranslation(
                                "texting.first.waits", name(), Phrases.both(this, due, open.zone(), zone, getLocale())))
                        .orElse("");
    }

    private void undo(Text text, Draft draft) {
        if (talk.conversations().undo(talk.actor(), talk.conversationId(), text.messageId())) {
            talk.conversations().saveDraft(talk.actor(), talk.conversationId(), draft);
            show.accept(talk.conversationId());
        } else {
            Notification.show(getTranslation("texting.undo.late"), 5_000, Notification.Position.TOP_CENTER);
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
