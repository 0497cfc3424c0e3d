package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rung.common.Problem;
import org.rung.media.Attachment;
import org.rung.media.AttachmentId;
import org.rung.media.PicturePick;
import org.rung.media.Pictures;
import org.rung.messaging.Hold;
import org.rung.messaging.Text;
import org.rung.texting.ConversationId;
import org.rung.texting.Desk;
import org.rung.texting.Draft;
import org.rung.texting.Objection;
import org.rung.texting.OpenConversation;
import org.rung.texting.Outcomes;
import org.rung.texting.TextingPaths;

/** Where the answer is written, with its picture: kept as it grows, sent once, and taken back. */
class Writing extends Div {
    private final Desk desk;
    private final Pictures pictures;
    private final transient Talk talk;
    private final ZoneId zone;
    private final transient Consumer<UndoToast> sent;
    private final transient Consumer<ConversationId> again;
    private final PicturePick pick;
    private transient @Nullable OpenConversation open;
    private @Nullable Composer composer;
    private String written = "";
    /** Of the text that was sent last. */
    private String request = "";
    /** The conversation has gone back to everyone: what is written may still be sent, and is not kept. */
    private boolean lapsed;

    /**
     * @param sent has the way to take it back
     * @param again shows the conversation anew, with what was taken back
     */
    Writing(
            Desk desk,
            Pictures pictures,
            Talk talk,
            ZoneId zone,
            Consumer<UndoToast> sent,
            Consumer<ConversationId> again) {
        this.desk = desk;
        this.pictures = pictures;
        this.talk = talk;
        this.zone = zone;
        this.sent = sent;
        this.again = again;
        pick = new PicturePick(pictures, talk.actor(), this::picked);
        addClassName("desk-composing");
    }

    /** Anew, with the draft that is stored; empty where nothing can be sent. */
    void show(OpenConversation now) {
        goOn(now);
        removeAll();
        if (now.readOnly().isEmpty()) {
            Composer made = composer(now);
            composer = made;
            written = now.draft();
            pick.set(now.draftPicture());
            made.picture(pick.value().isPresent());
            add(pick, made);
        } else {
            composer = null;
            Composer.forget(this, place());
        }
    }

    /** What is being written stays as it is. */
    void goOn(OpenConversation now) {
        open = now;
        lapsed = false;
    }

    void lapse() {
        lapsed = true;
    }

    void propose(String words, Optional<AttachmentId> picture) {
        Composer field = composer;
        if (field == null) return;
        field.put(words);
        picture.flatMap(id -> pictures.find(talk.actor().organization(), id)).ifPresent(found -> {
            pick.set(Optional.of(found));
            picked(Optional.of(found));
        });
    }

    private void picked(Optional<Attachment> picture) {
        if (composer != null) composer.picture(picture.isPresent());
        keep(written);
    }

    /** What was written stays, with its picture, whatever becomes of the phone. */
    private void keep(String words) {
        written = words;
        if (!lapsed) {
            talk.correspondence().saveDraft(talk.actor(), talk.conversationId(), draft(words));
        }
    }

    private Draft draft(String words) {
        return new Draft(words, pick.value().map(Attachment::attachmentId));
    }

    private Composer composer(OpenConversation now) {
        String first = now.supporter().firstName();
        Composer made = new Composer(
                getTranslation("texting.reply.label", Phrases.name(this, now)),
                first.isBlank()
                        ? getTranslation("texting.reply.plain")
                        : getTranslation("texting.reply.placeholder", first),
                getTranslation("texting.done"),
                now.draft(),
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
            talk.act(Outcomes::done);
        }
    }

    private String place() {
        return talk.actor().memberId().text() + "/" + talk.conversationId().text();
    }

    private void send(DeskElement.Said words) {
        if (composer == null || open == null || words.request.equals(request)) {
            // Pressed again before the answer was there: it has been sent, with its picture.
            return;
        }
        Draft draft = draft(words.body);
        try {
            sent(
                    talk.correspondence().reply(talk.actor(), talk.conversationId(), draft, words.request, false),
                    draft,
                    words.request);
        } catch (Problem asked) {
            if (!Objection.asks(asked)) throw asked;
            // It stays in the field until they say so; the same request, so that it leaves once.
            Unkind.ask(
                    this,
                    asked,
                    () -> sent(
                            talk.correspondence()
                                    .reply(talk.actor(), talk.conversationId(), draft, words.request, true),
                            draft,
                            words.request),
                    () -> {});
        }
    }

    private void sent(Text text, Draft draft, String key) {
        Composer field = composer;
        OpenConversation now = open;
        if (field == null || now == null || key.equals(request)) return;
        request = key;
        field.taken();
        written = "";
        pick.set(Optional.empty());
        field.picture(false);
        UndoToast toast = new UndoToast(
                said(now, text), getTranslation("texting.first.undo"), Phrases.undo(text), () -> undo(text, draft));
        toast.setVisible(Phrases.undo(text).toSeconds() > 0);
        sent.accept(toast);
    }

    private String said(OpenConversation now, Text text) {
        String name = Phrases.name(this, now);
        if (text.hold().filter(Hold.REVIEW::equals).isPresent()) return getTranslation("texting.first.reviewed", name);
        return text.hold().filter(Hold.HOURS::equals).isEmpty()
                ? getTranslation("texting.first.sent", name)
                : text.dueAt()
                        .map(due -> getTranslation(
                                "texting.first.waits", name, Phrases.both(this, due, now.zone(), zone, getLocale())))
                        .orElse("");
    }

    private void undo(Text text, Draft draft) {
        if (talk.correspondence().undo(talk.actor(), talk.conversationId(), text.messageId())) {
            talk.correspondence().saveDraft(talk.actor(), talk.conversationId(), draft);
            again.accept(talk.conversationId());
        } else {
            Notification.show(getTranslation("texting.undo.late"), 5_000, Notification.Position.TOP_CENTER);
        }
    }
}
