package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import org.rung.accounts.Member;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.asks.AskOutcome;
import org.rung.asks.Asks;
import org.rung.asks.NextAsk;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.ladder.StartingWords;
import org.rung.texting.OpenConversation;

/** The next ask with its reason: used, or put off with one; and which texter should have a conversation. */
@org.springframework.stereotype.Component
class Asking {

    private final Asks asks;
    private final Members members;

    Asking(Asks asks, Members members) {
        this.asks = asks;
        this.members = members;
    }

    Component card(
            Component screen,
            Actor.Member actor,
            OpenConversation open,
            ZoneId zone,
            Consumer<String> use,
            Runnable refresh) {
        NextAsk ask = open.nextAsk().orElseThrow();
        Span title = new Span(screen.getTranslation(
                ask.back() ? "texting.ask.back" : "texting.ask.ready",
                StartingWords.in(Sentences.language(), ask.title())));
        title.addClassName("strong");
        // The card is made before it is on the screen, which has no UI to ask for its language then.
        Span reason = new Span(ask.reason().in(UI.getCurrent().getLocale(), zone));
        reason.addClassName("small");
        Div words = new Div(title, reason);
        words.addClassNames("grow", "ask-words");
        NativeButton yes = new NativeButton(screen.getTranslation("texting.ask.use"), click -> {
            asks.asked(actor(actor), open.supporter().supporterId(), ask.askId(), AskOutcome.OPEN, "");
            use.accept(ask.words());
            refresh.run();
        });
        yes.addClassNames("btn", "good", "small");
        NativeButton no = new NativeButton(
                screen.getTranslation("texting.ask.notNow"),
                click -> Ask.words(screen, "texting.ask.notNow", "texting.ask.why", why -> {
                    asks.asked(actor(actor), open.supporter().supporterId(), ask.askId(), AskOutcome.OVERRIDDEN, why);
                    refresh.run();
                }));
        no.addClassNames("btn", "ghost", "small");
        Div actions = new Div(yes, no);
        actions.addClassName("ask-actions");
        Div card = new Div(Phrases.ladder(screen, open.standing()), words, actions);
        card.addClassName("desk-ask");
        return card;
    }

    /** Texters ask through the conversation they hold; the permission on the ladder at large is not theirs. */
    private static Actor actor(Actor.Member actor) {
        return actor.may(Permission.RECORD_ACTIONS) ? actor : new Actor.System(actor.organization());
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
