package org.rung.texting.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.common.Permission;
import org.rung.common.PhoneNumbers;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;
import org.rung.texting.TextingPaths;

/** Whose conversation it is: name, number, the time there, where they stand, and what else can be done. */
class ConversationHead extends Div {

    private final transient Talk talk;
    private final Asking asking;
    private final transient List<ConversationPart> parts;
    private final StaySwitch stay;
    private final Anchor back = new Anchor("", "‹");
    private final H1 heading = new H1();
    private final Div line = new Div();
    private final Div tools = new Div();
    private transient Optional<String> revealed = Optional.empty();

    ConversationHead(Talk talk, Asking asking, List<ConversationPart> parts, StaySwitch stay) {
        this.talk = talk;
        this.asking = asking;
        this.parts = parts;
        this.stay = stay;
        addClassNames("row", "desk-line");
        heading.addClassNames("desk-title", "clip");
        heading.getElement().setAttribute("tabindex", "-1");
        back.addClassNames("btn", "ghost", "small");
        back.getElement().setAttribute("aria-label", getTranslation("texting.first.back"));
        line.addClassNames("small", "muted", "clip");
        Div who = new Div(heading, line);
        who.addClassName("grow");
        tools.addClassName("row");
        add(back, who, tools);
    }

    void show(OpenConversation open, Instant now) {
        heading.setText(Phrases.name(this, open));
        String there = Phrases.there(this, now, open.zone(), open.zoneFlagged(), getLocale());
        line.removeAll();
        line.add(new Span(revealed.orElse(open.maskedNumber()) + " · " + there));
        open.campaign().ifPresent(campaign -> {
            Span named = new Span(" · " + campaign.name());
            named.addClassName("desk-campaign");
            line.add(named);
        });
    }

    /** Apart from the rest: a menu that is open does not close because a text was delivered. */
    void showTools(OpenConversation open, List<ConversationPart.Look> above, Instant now) {
        back.setHref("/" + origin(open));
        NativeButton more = new NativeButton("⋯");
        more.addClassNames("btn", "ghost", "small");
        more.getElement().setAttribute("aria-label", getTranslation("texting.more"));
        more.getElement().setAttribute("aria-haspopup", "menu");
        more.setEnabled(open.readOnly()
                .filter(why ->
                        why == OpenConversation.ReadOnly.NOT_YOURS || why == OpenConversation.ReadOnly.WITH_ORGANIZER)
                .isEmpty());
        new ConversationMenu(more, talk, open).fill(above, asking, stay, () -> showTools(open, above, now), number -> {
            revealed = Optional.of(PhoneNumbers.national(number));
            show(open, now);
        });
        tools.removeAll();
        tools.add(Phrases.ladder(this, open.standing()));
        parts.forEach(part -> part.tool(talk.actor(), open, talk.refresh()).ifPresent(tools::add));
        tools.add(more);
    }

    void lapse() {
        tools.removeAll();
    }

    /** Where one came from: one's replies, the inbox, or the page of what waits. */
    private String origin(OpenConversation open) {
        Optional<String> brought = parts.stream()
                .flatMap(part -> part.origin(talk.actor(), open).stream())
                .findFirst();
        if (brought.isPresent()) {
            return brought.get();
        }
        boolean mine = open.conversation().heldBy(talk.actor().memberId());
        return mine && talk.actor().may(Permission.TEXT)
                ? TextingPaths.REPLIES
                : talk.actor().may(Permission.REPLY_TO_ANYONE) ? TextingPaths.INBOX : TextingPaths.HOME;
    }

    /** After a change of conversations, those who do not see the screen hear whose it is now. */
    void focusName() {
        heading.getElement().callJsFunction("focus");
    }
}
