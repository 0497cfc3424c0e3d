package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Consumer;
import org.rung.accounts.Member;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.asks.AskNow;
import org.rung.asks.NextAsk;
import org.rung.asks.OpenAsk;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.ladder.Reason;
import org.rung.ladder.StartingWords;
import org.rung.texting.ConversationAsks;
import org.rung.texting.OpenConversation;

/** What there is to do about asking them for more, with its reason; and which texter should have a conversation. */
@org.springframework.stereotype.Component
class Asking {

    private final ConversationAsks asks;
    private final Members members;

    Asking(ConversationAsks asks, Members members) {
        this.asks = asks;
        this.members = members;
    }

    Component card(Component screen, Talk talk, OpenConversation open, AskNow now, ZoneId zone, Consumer<String> use) {
        Div card = new Div(Phrases.ladder(screen, open.standing()));
        card.addClassName("desk-ask");
        card.getElement().setAttribute("role", "group");
        card.getElement().setAttribute("aria-label", screen.getTranslation("texting.ask"));
        switch (now) {
            case AskNow.Propose(NextAsk ask) -> proposing(card, screen, talk, open, ask, zone, use);
            case AskNow.Waiting(OpenAsk ask) -> waiting(card, screen, talk, ask, zone);
            case AskNow.Thank thank -> thanking(card, screen, thank, zone, use);
        }
        return card;
    }

    private void proposing(
            Div card,
            Component screen,
            Talk talk,
            OpenConversation open,
            NextAsk ask,
            ZoneId zone,
            Consumer<String> use) {
        String title = StartingWords.in(Sentences.language(), ask.theirs().title());
        if (open.askInDraft()) {
            card.add(
                    words(
                            screen.getTranslation("texting.ask.goes", title),
                            screen.getTranslation("texting.ask.goes.help")),
                    actions(button(screen, "texting.ask.leaveOut", "ghost", () -> {
                        asks.leaveOut(talk.actor(), talk.conversationId());
                        talk.refresh().run();
                    })));
            return;
        }
        card.add(
                words(
                        screen.getTranslation(ask.back() ? "texting.ask.back" : "texting.ask.ready", title),
                        reason(ask.reason(), zone)),
                actions(
                        button(screen, "texting.ask.use", "good", () -> {
                            use.accept(asks.use(talk.actor(), talk.conversationId(), ask.askId()));
                            talk.refresh().run();
                        }),
                        button(
                                screen,
                                "texting.ask.notNow",
                                "ghost",
                                () -> Ask.words(screen, "texting.ask.notNow", "texting.ask.why", why -> {
                                    asks.putOff(talk.actor(), talk.conversationId(), ask.askId(), why);
                                    talk.refresh().run();
                                }))));
    }

    private void waiting(Div card, Component screen, Talk talk, OpenAsk ask, ZoneId zone) {
        card.add(
                words(
                        screen.getTranslation(
                                "texting.ask.asked",
                                StartingWords.in(Sentences.language(), ask.title()),
                                day(ask.askedAt(), zone)),
                        reason(ask.reason(), zone)),
                actions(
                        button(screen, "texting.ask.yes", "good", () -> answered(talk, true)),
                        button(screen, "texting.ask.no", "ghost", () -> answered(talk, false))));
    }

    private void answered(Talk talk, boolean yes) {
        asks.answered(talk.actor(), talk.conversationId(), yes);
        talk.refresh().run();
    }

    private void thanking(Div card, Component screen, AskNow.Thank thank, ZoneId zone, Consumer<String> use) {
        card.add(
                words(
                        screen.getTranslation("texting.ask.thank." + thank.after()),
                        screen.getTranslation("texting.ask.rests", day(thank.restsUntil(), zone))),
                actions(button(screen, "texting.ask.use", "good", () -> use.accept(thank.words()))));
    }

    private static Div words(String title, String line) {
        Span first = new Span(title);
        first.addClassName("strong");
        Span second = new Span(line);
        second.addClassName("small");
        Div words = new Div(first, second);
        words.addClassNames("grow", "ask-words");
        return words;
    }

    private static Div actions(NativeButton... buttons) {
        Div actions = new Div(buttons);
        actions.addClassName("ask-actions");
        return actions;
    }

    private static NativeButton button(Component screen, String words, String look, Runnable act) {
        NativeButton button = new NativeButton(screen.getTranslation(words), click -> act.run());
        button.addClassNames("btn", look, "small");
        return button;
    }

    /** The card is made before it is on the screen, which has no UI to ask for its language then. */
    private static String reason(Reason reason, ZoneId zone) {
        return reason.in(UI.getCurrent().getLocale(), zone);
    }

    private static String day(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMd")
                .withLocale(UI.getCurrent().getLocale())
                .format(at.atZone(zone));
    }

    void texter(Component screen, Actor actor, Consumer<MemberId> chosen) {
        Dialog dialog = Ask.dialog(screen, "texting.menu.give");
        ComboBox<Member> who = new ComboBox<>(screen.getTranslation("texting.give.label"));
        who.setItems(query -> members
                .search(
                        actor,
                        MemberFilter.whoMay(
                                Permission.TEXT, Set.of(), query.getFilter().orElse("")),
                        query.getOffset(),
                        query.getLimit())
                .stream());
        who.setItemLabelGenerator(Member::name);
        who.setWidthFull();
        dialog.add(who);
        Ask.finish(
                screen,
                dialog,
                "texting.give",
                () -> who.getOptionalValue().ifPresent(member -> chosen.accept(member.memberId())),
                ButtonVariant.PRIMARY);
    }
}
