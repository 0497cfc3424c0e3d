package org.rung.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.common.MemberId;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.review.Excerpt;
import org.rung.review.ReviewRow;
import org.rung.texting.ConversationId;

/** A text that was found: who, when, its words with those marked that were looked for, and where it belongs. */
class Row extends Div {
    private final Optional<ConversationId> conversation;
    private final Checkbox chosen = new Checkbox();

    Row(
            ReviewRow row,
            String words,
            String when,
            Map<MemberId, String> names,
            Consumer<ConversationId> open,
            Runnable selected) {
        conversation = row.about().map(ReviewRow.About::conversationId);
        addClassNames("review-row");
        getElement().setAttribute("role", "listitem");
        String who = row.about()
                .map(ReviewRow.About::supporter)
                .filter(name -> !name.isBlank())
                .orElseGet(() -> getTranslation("review.unnamed"));
        chosen.setAriaLabel(getTranslation("review.choose", who));
        chosen.setEnabled(conversation.isPresent());
        chosen.addValueChangeListener(change -> selected.run());
        Span name = new Span(who);
        name.addClassNames("strong", "clip", "grow");
        Span at = new Span(when);
        at.addClassNames("small", "muted", "nowrap");
        Div top = new Div(name, at);
        top.addClassNames("row");
        Pieces said = new Pieces(Excerpt.around(row.words(), words));
        said.addClassName("review-words");
        if (row.words().isBlank()) said.setText(getTranslation("review.wordless"));
        Span about = new Span(about(row, names));
        about.addClassNames("small", "muted");
        Div middle = new Div(top, said, about, chips(row));
        middle.addClassName("review-middle");
        NativeButton opens = new NativeButton("", click -> conversation.ifPresent(open));
        opens.add(middle);
        opens.addClassName("review-open");
        opens.setEnabled(conversation.isPresent());
        add(chosen, opens);
    }

    private String about(ReviewRow row, Map<MemberId, String> names) {
        String texter = row.texter().map(id -> names.getOrDefault(id, "")).orElse("");
        String way = row.direction() == Direction.IN
                ? getTranslation("review.from.them")
                : texter.isBlank() ? getTranslation("review.from.us") : getTranslation("review.from.texter", texter);
        return Stream.of(
                        way,
                        row.about().map(ReviewRow.About::campaignName).orElse(""),
                        row.about().map(this::state).orElse(""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private String state(ReviewRow.About about) {
        return about.closed()
                .map(reason -> getTranslation("texting.closed." + reason.name()))
                .orElseGet(() -> getTranslation("review.state." + about.state().name()));
    }

    private Component chips(ReviewRow row) {
        Div chips = new Div();
        chips.addClassNames("row", "wrap", "review-chips");
        row.flag()
                .ifPresent(word -> chips.add(chip(
                        "warn",
                        word.isEmpty()
                                ? getTranslation("review.flag.slur")
                                : getTranslation("review.flag.word", word))));
        if (row.delivery() == MessageState.FAILED || row.delivery() == MessageState.UNDELIVERED) {
            chips.add(
                    chip("bad", getTranslation("review.failed", row.errorCode().orElse("?"))));
        } else if (row.delivery() == MessageState.HELD || row.delivery() == MessageState.CANCELLED) {
            chips.add(
                    chip("", getTranslation("review.delivery." + row.delivery().name())));
        }
        chips.setVisible(chips.getComponentCount() > 0);
        return chips;
    }

    private static Span chip(String look, String words) {
        Span chip = new Span(words);
        chip.addClassName("chip");
        if (!look.isEmpty()) chip.addClassName(look);
        return chip;
    }

    Optional<ConversationId> conversation() {
        return conversation;
    }

    boolean chosen() {
        return chosen.getValue();
    }

    void choose(boolean on) {
        if (conversation.isPresent()) chosen.setValue(on);
    }

    void mark(Optional<ConversationId> open) {
        boolean on = open.isPresent() && open.equals(conversation);
        setClassName("on", on);
        if (on) getElement().setAttribute("aria-current", "true");
        else getElement().removeAttribute("aria-current");
    }
}
