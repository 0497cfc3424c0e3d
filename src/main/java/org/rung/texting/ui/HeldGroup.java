package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.common.PhoneNumbers;
import org.rung.texting.HeldText;
import org.rung.texting.TextingPaths;

/** Texts that the same thing stops: why, what to do about it, and one's word on one or all of them. */
class HeldGroup extends Section {

    /** The provider's codes, and our own of doubts, that have words of their own. */
    private static final Set<String> KNOWN = Set.of("21408", "21612", "SILENT", "RETIRED", "UNLIKE", HeldText.REVIEWED);

    private final transient BiConsumer<List<HeldText>, HeldWord.Kind> decide;

    HeldGroup(String code, List<HeldText> texts, Instant now, BiConsumer<List<HeldText>, HeldWord.Kind> decide) {
        this.decide = decide;
        addClassNames("card", "col", "held-group");
        String why = KNOWN.contains(code) ? code : "other";
        Span number = new Span(getTranslation("texting.held.count", texts.size()));
        number.addClassNames("chip", "warn");
        H2 title = new H2(getTranslation("texting.held.why." + why));
        title.addClassName("grow");
        Div head = new Div(title, number);
        head.addClassNames("row", "wrap");
        Paragraph next = new Paragraph(getTranslation("texting.held.next." + why, code));
        next.addClassName("muted");
        add(head, next);
        List<HeldWord> words = HeldWord.on(texts.getFirst());
        if (texts.size() > 1) {
            Div all = new Div();
            words.forEach(word -> all.add(button(word.all(), word, texts, word.sureAll())));
            all.addClassName("actions");
            add(all);
        }
        texts.forEach(text -> add(row(text, words, now)));
    }

    private Component row(HeldText held, List<HeldWord> said, Instant now) {
        Span face = new Span(held.initials().isEmpty() ? "?" : held.initials());
        face.addClassName("face-s");
        face.getElement().setAttribute("aria-hidden", "true");
        String name = held.supporter().isBlank() ? getTranslation("texting.unnamed") : held.supporter();
        Component who = held.conversationId()
                .<Component>map(id -> new Anchor("/" + TextingPaths.conversation(id), name))
                .orElseGet(() -> new Span(name));
        Span about = new Span(Stream.of(
                        held.campaign(),
                        PhoneNumbers.masked(held.text().phone()),
                        Phrases.ago(this, held.text().happenedAt(), now))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · ")));
        about.addClassNames("small", "muted");
        Span words = new Span(held.text().body());
        words.addClassName("held-words");
        Div middle = new Div(who, about, words);
        middle.addClassNames("grow", "held-middle");
        Div actions = new Div();
        said.forEach(word -> {
            NativeButton button = button(word.words(), word, List.of(held), word.sure());
            button.getElement().setAttribute("aria-label", getTranslation(word.aloud(), name));
            actions.add(button);
        });
        actions.addClassName("actions");
        Div row = new Div(face, middle, actions);
        row.addClassName("held-row");
        return row;
    }

    private NativeButton button(String label, HeldWord word, List<HeldText> texts, Optional<String> sure) {
        Runnable said = () -> decide.accept(texts, word.kind());
        NativeButton button = new NativeButton(
                getTranslation(label),
                click -> sure.ifPresentOrElse(question -> Ask.sure(this, label, question, said), said));
        button.addClassNames("btn", "small");
        button.setClassName("ghost", word.quiet());
        return button;
    }
}
