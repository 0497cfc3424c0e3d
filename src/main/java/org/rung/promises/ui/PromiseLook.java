package org.rung.promises.ui;

import static org.rung.promises.ui.PromiseWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.commitments.AskFamily;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentState;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.promises.Promises;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationPart;
import org.rung.texting.ThreadMark;

/**
 * What a conversation shows of promises.
 *
 * @param usual what they most likely promise next
 * @param currency in which they usually pledge
 * @param turning open ones, and those that somebody said something about a moment ago
 * @param madeHere those that belong among the texts
 */
record PromiseLook(
        Promises promises,
        Actor.Member actor,
        ConversationId conversationId,
        ZoneId zone,
        LocalDate today,
        boolean acts,
        AskFamily usual,
        String currency,
        List<Commitment> turning,
        List<Commitment> madeHere)
        implements ConversationPart.Look {

    @Override
    public Optional<Component> notice(Runnable refresh) {
        return acts && !turning.isEmpty() ? Optional.of(new PromiseList(this, refresh)) : Optional.empty();
    }

    /** For a keyboard; under the thumb there are the menu's words for it. */
    @Override
    public Optional<Component> shortcut(Runnable refresh) {
        NativeButton chip = new NativeButton(say("promises.chip"), click -> ask(refresh));
        chip.addClassNames("chip", "promises-chip");
        chip.getElement()
                .setAttribute("aria-haspopup", "dialog")
                .setAttribute("data-alt", "P")
                .setAttribute("aria-keyshortcuts", "Alt+P");
        return Optional.of(chip);
    }

    @Override
    public List<ConversationPart.Deed> deeds(Runnable refresh) {
        return acts ? List.of(new ConversationPart.Deed(say("promises.menu"), () -> ask(refresh))) : List.of();
    }

    @Override
    public List<ThreadMark> marks() {
        return madeHere.stream().flatMap(this::marks).toList();
    }

    private Stream<ThreadMark> marks(Commitment promise) {
        String title = PromiseWords.title(promise);
        boolean over = promise.state() == CommitmentState.RELEASED;
        String made = PromiseWords.day(promise, zone)
                .map(day -> say("promises.mark.day", title, PromiseWords.day(day)))
                .orElseGet(() -> say("promises.mark", title));
        Optional<String> became =
                switch (promise.state()) {
                    case KEPT -> Optional.of(say("promises.mark.KEPT", title));
                    case RELEASED ->
                        Optional.of(
                                promise.reason().isBlank()
                                        ? say("promises.mark.RELEASED", title)
                                        : say("promises.mark.RELEASED.why", title, promise.reason()));
                    case PROMISED, CONFIRMED, BROKEN -> Optional.empty();
                };
        return Stream.concat(
                Stream.of(new ThreadMark(promise.promisedAt(), made, over)),
                became.stream().map(words -> new ThreadMark(PromiseWords.settledAt(promise), words, over)));
    }

    private void ask(Runnable refresh) {
        // One dialog is one promise, however often its button is pressed.
        String request = new RequestKey().text();
        new PromiseDialog(today, usual, currency, draft -> {
                    promises.writeDown(actor, conversationId, draft, request);
                    refresh.run();
                })
                .open();
    }

    /** Of one thing that is pressed. */
    record RequestKey(long value) implements Id {
        RequestKey() {
            this(Id.next());
        }
    }
}
