package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.practice.Moment;
import org.rung.practice.PracticeTalk;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Question;
import org.rung.texting.Answered;
import org.rung.texting.OpenConversation;

/** One practice conversation, of the parts that the desk's own are made of, and a word on what to do next. */
class PracticePane extends Div {
    private final transient PracticeTalk talk;
    private final transient PracticeShown shown;
    private final transient PracticePost post;
    private final transient Runnable next;
    private final PracticeHead head;
    private final ThreadPane thread = new ThreadPane(new Cover(false));
    private final AnswerChips chips;
    private final PracticeHint hint;
    private final ScriptPane script;
    private final Composer composer;
    private final Div foot = new Div();
    private transient List<Object> scripted = List.of();
    /** Of the text that was sent last. */
    private String request = "";

    PracticePane(PracticeTalk talk, PracticeShown shown, PracticePost post, Runnable next) {
        this.talk = talk;
        this.shown = shown;
        this.post = post;
        this.next = next;
        OpenConversation open = shown.open(talk);
        head = new PracticeHead(open, post.clock().instant());
        chips = new AnswerChips(question -> again(question));
        script = new ScriptPane(this::choose, this::refresh, (words, picture) -> propose(words));
        hint = new PracticeHint(this::finish);
        composer = composer(open);
        addClassName("pane-conversation");
        Div top = new Div(head, chips);
        top.addClassName("desk-top");
        Div composing = new Div(composer);
        composing.addClassName("desk-composing");
        foot.add(hint, script, composing);
        foot.addClassName("desk-foot");
        add(top, thread, foot, new Keys());
        refresh();
    }

    /** Shows what has happened, and leaves alone what is being written. */
    void refresh() {
        OpenConversation open = shown.open(talk);
        thread.show(open, List.of(), shown.zone(), post.clock().instant());
        chips.show(open, List.of());
        List<Object> asked = List.of(open.questions(), open.answers(), open.readOnly());
        // What shows the same as before keeps the focus of whoever is about to press it.
        if (!asked.equals(scripted)) {
            scripted = asked;
            script.show(open, List.of());
        }
        hint.show(talk);
        composer.getParent().ifPresent(place -> place.setVisible(talk.moment() != Moment.OPTED_OUT));
    }

    void focusName() {
        head.focusName();
    }

    private Composer composer(OpenConversation open) {
        Composer made = new Composer(
                getTranslation("texting.reply.label", open.name()),
                getTranslation("texting.reply.placeholder", open.supporter().firstName()),
                getTranslation("texting.done"),
                "",
                "");
        made.on("second", said -> finish());
        made.on("send", this::send);
        return made;
    }

    private void again(Question question) {
        script.again(question, shown.open(talk), List.of());
    }

    private Answered choose(Question question, AnswerChoice answer) {
        String reply = talk.choose(question.key(), answer.key());
        return new Answered(question.key(), answer.key(), reply, Optional.empty());
    }

    private void propose(String words) {
        if (talk.moment() != Moment.OPTED_OUT) {
            composer.put(words);
        }
    }

    private void send(DeskElement.Said words) {
        if (words.request.equals(request)) {
            return;
        }
        try {
            int number = post.send(talk, words.body);
            request = words.request;
            composer.taken();
            refresh();
            offerUndo(number, words.body);
        } catch (Problem problem) {
            Notification.show(Sentences.of(problem), 5_000, Notification.Position.TOP_CENTER);
        }
    }

    private void offerUndo(int number, String words) {
        if (post.undo().isZero()) {
            return;
        }
        foot.add(new UndoToast(
                getTranslation("texting.first.sent", shown.open(talk).name()),
                getTranslation("texting.first.undo"),
                post.undo(),
                () -> undo(number, words)));
    }

    private void undo(int number, String words) {
        if (talk.takeBack(number)) {
            refresh();
            composer.put(words);
        } else {
            Notification.show(getTranslation("texting.undo.late"), 5_000, Notification.Position.TOP_CENTER);
        }
    }

    private void finish() {
        talk.finish();
        next.run();
    }
}
