package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.rung.people.Tag;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Question;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;

/** Answers given so far, and the supporter's tags. Pressing an answer asks its question once more. */
class AnswerChips extends Div {

    private final transient Consumer<Question> again;

    AnswerChips(Consumer<Question> again) {
        this.again = again;
        addClassNames("desk-chips");
    }

    void show(OpenConversation open, List<ConversationPart.Look> above) {
        removeAll();
        for (Question question : open.questions()) {
            question.answers().stream()
                    .filter(answer -> answer.key().equals(open.answers().get(question.key())))
                    .forEach(answer -> add(given(question, answer)));
        }
        open.past().forEach(question -> question.answers().forEach(answer -> add(past(question, answer))));
        for (Tag tag : open.supporter().tags()) {
            Span chip = new Span(tag.name());
            chip.addClassName("chip");
            add(chip);
        }
        if (open.speech().unusual()) {
            Span chip = new Span(Phrases.language(open.speech().language()));
            chip.addClassName("chip");
            add(chip);
        }
        above.forEach(look -> look.chip().ifPresent(this::add));
        setVisible(getComponentCount() > 0);
    }

    private NativeButton given(Question question, AnswerChoice answer) {
        NativeButton chip = new NativeButton(answer.label(), click -> again.accept(question));
        chip.addClassNames("chip", "good");
        chip.getElement().setAttribute("title", question.words());
        return chip;
    }

    /** It stays readable; there is nobody to ask it again. */
    private Span past(Question question, AnswerChoice answer) {
        Span chip = new Span(answer.label());
        chip.addClassNames("chip", "past");
        String words = getTranslation("texting.answer.past", question.words());
        chip.getElement().setAttribute("title", words);
        Span spoken = new Span(" (" + words + ")");
        spoken.addClassName("visually-hidden");
        chip.add(spoken);
        return chip;
    }
}
