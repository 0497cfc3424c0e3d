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
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.common.PhoneNumbers;
import org.rung.texting.HeldText;
import org.rung.texting.TextingPaths;

/** Texts that the same thing stops: why, what to do about it, and one's word on one or all of them. */
class HeldGroup extends Section {

    /** The provider's codes that have words of their own. */
    private static final Set<String> KNOWN = Set.of("21408", "21612");

    HeldGroup(String code, List<HeldText> texts, Instant now, BiConsumer<List<HeldText>, Boolean> decide) {
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
        if (texts.size() > 1) {
            Div all = new Div(
                    button("texting.held.releaseAll", false, () -> decide.accept(texts, true)),
                    button(
                            "texting.held.cancelAll",
                            true,
                            () -> Ask.sure(
                                    this,
                                    "texting.held.cancelAll",
                                    "texting.held.sure",
                                    () -> decide.accept(texts, false))));
            all.addClassName("actions");
            add(all);
        }
        texts.forEach(text -> add(row(text, now, decide)));
    }

    private Component row(HeldText held, Instant now, BiConsumer<List<HeldText>, Boolean> decide) {
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
        NativeButton release = button("texting.held.release", false, () -> decide.accept(List.of(held), true));
        release.getElement().setAttribute("aria-label", getTranslation("texting.held.releaseTo", name));
        NativeButton cancel = button("texting.held.cancel", true, () -> decide.accept(List.of(held), false));
        cancel.getElement().setAttribute("aria-label", getTranslation("texting.held.cancelTo", name));
        Div actions = new Div(release, cancel);
        actions.addClassName("actions");
        Div row = new Div(face, middle, actions);
        row.addClassName("held-row");
        return row;
    }

    private NativeButton button(String words, boolean quiet, Runnable pressed) {
        NativeButton button = new NativeButton(getTranslation(words), click -> pressed.run());
        button.addClassNames("btn", "small");
        button.setClassName("ghost", quiet);
        return button;
    }
}
