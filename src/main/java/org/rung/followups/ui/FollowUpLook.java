package org.rung.followups.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Sentence;
import org.rung.followups.FollowUp;
import org.rung.followups.FollowUps;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationPart;

/** What a conversation shows of its follow-up, and the ways to make, change and drop one. */
record FollowUpLook(
        FollowUps followUps,
        Clock clock,
        Actor.Member actor,
        ConversationId conversationId,
        ZoneId zone,
        Optional<FollowUp> followUp)
        implements ConversationPart.Look {

    @Override
    public Optional<Component> notice(Runnable refresh) {
        return followUp.map(one -> {
            Span words = new Span(Sentences.of(words(one)));
            words.addClassName("grow");
            Div notice = new Div(words);
            notice.addClassNames("notice", "row", "wrap", "followups-notice");
            notice.getElement().setAttribute("role", "status");
            if (!one.back()) {
                notice.add(
                        button("followups.change", () -> ask(refresh)), button("followups.drop", () -> drop(refresh)));
            }
            return notice;
        });
    }

    private static Sentence words(FollowUp one) {
        Sentence when =
                one.back() ? Sentence.of("followups.back") : Sentence.of("followups.rests", Days.said(one.day()));
        return one.note().isEmpty() ? when : Sentence.of("followups.why", when, one.note());
    }

    @Override
    public Optional<Component> shortcut(Runnable refresh) {
        if (rests()) return Optional.empty();
        NativeButton chip = new NativeButton(Sentences.of(Sentence.of("followups.notNow")), click -> ask(refresh));
        chip.addClassName("chip");
        chip.getElement().setAttribute("aria-haspopup", "dialog");
        return Optional.of(chip);
    }

    @Override
    public List<ConversationPart.Deed> deeds(Runnable refresh) {
        return List.of(
                rests()
                        ? deed("followups.drop.menu", () -> drop(refresh))
                        : deed("followups.notNow.title", () -> ask(refresh)));
    }

    private boolean rests() {
        return followUp.filter(one -> !one.back()).isPresent();
    }

    private void ask(Runnable refresh) {
        new NotNowDialog(
                        LocalDate.ofInstant(clock.instant(), zone),
                        followUp.map(FollowUp::note).orElse(""),
                        draft -> {
                            followUps.put(actor, conversationId, draft);
                            refresh.run();
                        })
                .open();
    }

    private void drop(Runnable refresh) {
        followUps.drop(actor, conversationId);
        refresh.run();
        say(Sentence.of("followups.dropped"));
    }

    private static void say(Sentence sentence) {
        Notification.show(Sentences.of(sentence), 4_000, Notification.Position.TOP_CENTER);
    }

    private static ConversationPart.Deed deed(String words, Runnable chosen) {
        return new ConversationPart.Deed(Sentences.of(Sentence.of(words)), chosen);
    }

    private static NativeButton button(String words, Runnable act) {
        NativeButton button = new NativeButton(Sentences.of(Sentence.of(words)), click -> act.run());
        button.addClassNames("btn", "ghost", "small");
        return button;
    }
}
