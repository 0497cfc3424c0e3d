package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.rung.media.AttachmentId;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Question;
import org.rung.texting.Answered;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;

/** The open question with its answers under the thumb, then the ready answers outside the tree. */
class ScriptPane extends Div {

    private final transient BiFunction<Question, AnswerChoice, Answered> record;
    private final transient Runnable refresh;
    private final transient BiConsumer<String, Optional<AttachmentId>> propose;
    /** A question that was answered and is asked once more, by its key. */
    private transient Optional<String> again = Optional.empty();

    private transient List<ConversationPart.Look> above = List.of();

    /**
     * @param record takes the answer down
     * @param refresh shows what came of it
     * @param propose puts a reply, and the picture that leaves with it, into the field
     */
    ScriptPane(
            BiFunction<Question, AnswerChoice, Answered> record,
            Runnable refresh,
            BiConsumer<String, Optional<AttachmentId>> propose) {
        this.record = record;
        this.refresh = refresh;
        this.propose = propose;
        addClassName("desk-script");
    }

    void again(Question question, OpenConversation open, List<ConversationPart.Look> looks) {
        again = Optional.of(question.key());
        show(open, looks);
    }

    void show(OpenConversation open, List<ConversationPart.Look> looks) {
        removeAll();
        above = looks;
        boolean active = open.readOnly().isEmpty();
        Div line = new Div();
        line.addClassNames("row", "script-line");
        if (active && !open.questions().isEmpty()) {
            Question question = open.questions().stream()
                    .filter(one -> again.filter(one.key()::equals).isPresent())
                    .findFirst()
                    .orElse(open.questions().getLast());
            Span words = new Span(question.words());
            words.addClassNames("small", "muted", "grow");
            line.add(words);
            add(line, options(question, open));
        }
        if (active) {
            above.forEach(look -> look.shortcut(refresh).ifPresent(line::add));
            if (!open.canned().isEmpty()) {
                line.add(canned(open));
            }
            if (line.getComponentCount() > 0) {
                addComponentAsFirst(line);
            }
        }
        setVisible(getComponentCount() > 0);
    }

    private Div options(Question question, OpenConversation open) {
        Div options = new Div();
        options.addClassName("desk-options");
        options.getElement().setAttribute("role", "group").setAttribute("aria-label", question.words());
        int key = 1;
        for (AnswerChoice answer : question.answers()) {
            options.add(option(question, answer, key++, open));
        }
        return options;
    }

    private NativeButton canned(OpenConversation open) {
        NativeButton canned = new NativeButton(getTranslation("texting.canned"));
        canned.addClassNames("chip", "end");
        canned.getElement()
                .setAttribute("aria-haspopup", "dialog")
                .setAttribute("data-key", "0")
                .setAttribute("aria-keyshortcuts", "0");
        canned.addClickListener(click ->
                new CannedDialog(open.canned(), words -> propose.accept(words, Optional.empty())).open());
        return canned;
    }

    private NativeButton option(Question question, AnswerChoice answer, int key, OpenConversation open) {
        boolean given = answer.key().equals(open.answers().get(question.key()));
        NativeButton option = new NativeButton(answer.label(), click -> choose(question, answer, open));
        option.addClassName("chip");
        option.setClassName("on", given);
        option.getElement().setAttribute("aria-pressed", String.valueOf(given));
        if (key <= 9) {
            option.getElement()
                    .setAttribute("data-key", String.valueOf(key))
                    .setAttribute("aria-keyshortcuts", "" + key);
        }
        return option;
    }

    private void choose(Question question, AnswerChoice answer, OpenConversation before) {
        again = Optional.empty();
        Answered answered = record.apply(question, answer);
        // The same answer once more changes nothing, and the screen draws only what changed.
        show(before, above);
        refresh.run();
        if (!answered.reply().isBlank() || answer.picture().isPresent()) {
            propose.accept(answered.reply(), answer.picture());
        }
    }
}
