package org.rung.senders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.accounts.SureDialog;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.senders.Gateway;
import org.rung.senders.Pacing;
import org.rung.senders.Room;
import org.rung.senders.Sender;
import org.rung.senders.SenderRates;
import org.rung.senders.Senders;

/** One sender: how it is, and what can be done about it. */
class SenderCard extends Div {
    private final Sender sender;
    private final Senders senders;
    private final SenderRates rates;
    private final SignedIn signedIn;
    private final Optional<Room> room;
    private final boolean last;
    private final Runnable changed;

    /** @param last whether the organization has no other */
    SenderCard(
            Sender sender,
            Senders senders,
            SenderRates rates,
            SignedIn signedIn,
            Optional<Room> room,
            boolean last,
            Runnable changed) {
        this.sender = sender;
        this.senders = senders;
        this.rates = rates;
        this.signedIn = signedIn;
        this.room = room;
        this.last = last;
        this.changed = changed;
        addClassNames("card", "col");
        add(head());
        sender.pauseReason().ifPresent(reason -> {
            Div notice = new Div(new Span(
                    sender.pausedByItself()
                            ? getTranslation("senders.sender.paused.provider", reason)
                            : getTranslation("senders.sender.paused.hand")));
            notice.addClassNames("notice", "warn");
            add(notice);
        });
        SenderFacts facts = new SenderFacts(sender.pacing(), rates);
        room.ifPresent(facts::with);
        add(facts, stop(), actions());
    }

    private Div head() {
        H2 name = new H2(name());
        Span address = new Span(address());
        address.addClassName("mono");
        Span gateway = new Span(getTranslation("senders.gateway." + sender.gateway()));
        gateway.addClassName("chip");
        boolean paused = sender.pausedAt().isPresent();
        Span state = new Span(getTranslation(paused ? "senders.sender.paused" : "senders.sender.running"));
        state.addClassNames("chip", paused ? "warn" : "good");
        Div names = new Div(name, address);
        names.addClassName("grow");
        Div head = new Div(names, gateway, state);
        head.addClassNames("row", "wrap");
        return head;
    }

    private Checkbox stop() {
        Checkbox answers = new Checkbox(getTranslation("senders.sender.provider-answers"));
        answers.setHelperText(getTranslation("senders.sender.provider-answers.help"));
        answers.setValue(sender.providerAnswersStop());
        answers.addValueChangeListener(change ->
                act(() -> senders.letProviderAnswerStop(signedIn.actor(), sender.senderId(), change.getValue())));
        return answers;
    }

    private Div actions() {
        Button test = new Button(getTranslation("senders.sender.test"), click -> test());
        boolean paused = sender.pausedAt().isPresent();
        Button pause = new Button(
                getTranslation(paused ? "senders.sender.resume" : "senders.sender.pause"),
                click -> act(() -> {
                    if (paused) {
                        senders.resume(signedIn.actor(), sender.senderId());
                    } else {
                        senders.pause(signedIn.actor(), sender.senderId(), "HAND");
                    }
                }));
        Button pace = new Button(
                getTranslation("senders.pacing.title"),
                click -> new PacingDialog(sender, name(), rates, this::pace).open());
        named(pace, "senders.pacing.title");
        Div actions = new Div(test, pause, pace);
        actions.addClassName("actions");
        if (sender.gateway() == Gateway.TWILIO) {
            actions.add(new Button(
                    getTranslation("senders.sender.rotate"),
                    click -> new TokenDialog(
                                    token -> act(() -> senders.rotateToken(signedIn.actor(), sender.senderId(), token)))
                            .open()));
        }
        Button retire = new Button(getTranslation("senders.retire"), click -> retire());
        named(retire, "senders.retire");
        actions.add(retire);
        return actions;
    }

    /** Several cards have the same buttons. */
    private void named(Button button, String words) {
        button.setAriaLabel(getTranslation(words) + ": " + name());
    }

    /** What is wrong with a field is told there. */
    private void pace(Pacing pacing) {
        senders.pace(signedIn.actor(), sender.senderId(), pacing);
        Notices.good(getTranslation("senders.pacing.saved"));
        changed.run();
    }

    private void retire() {
        long people = room.map(Room::people).orElse(0L);
        List<String> words = List.of(
                people > 0 ? getTranslation("senders.retire.people", people) : getTranslation("senders.retire.nothing"),
                getTranslation(
                        last ? "senders.retire.last" : people > 0 ? "senders.retire.others" : "senders.retire.waits"),
                getTranslation("senders.retire.replies"));
        new SureDialog(
                        getTranslation("senders.retire.title", name()),
                        String.join(" ", words),
                        getTranslation("senders.retire.do"),
                        getTranslation("senders.cancel"),
                        () -> act(() -> senders.retire(signedIn.actor(), sender.senderId())))
                .open();
    }

    private void test() {
        try {
            senders.trouble(signedIn.actor(), sender.senderId())
                    .ifPresentOrElse(Notices::bad, () -> Notices.good(getTranslation("senders.sender.works")));
        } catch (Problem problem) {
            Notices.bad(problem);
        }
    }

    private void act(Runnable work) {
        try {
            work.run();
        } catch (Problem problem) {
            Notices.bad(problem);
        }
        changed.run();
    }

    private String name() {
        return sender.label().isBlank() ? address() : sender.label();
    }

    private String address() {
        try {
            return PhoneNumbers.national(new PhoneNumber(sender.address()));
        } catch (Problem.Invalid service) {
            return sender.address();
        }
    }
}
