package org.rung.senders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import org.rung.accounts.SignedIn;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.senders.Gateway;
import org.rung.senders.Sender;
import org.rung.senders.Senders;

/** One sender: how it is, and what can be done about it. */
class SenderCard extends Div {
    private final Sender sender;
    private final Senders senders;
    private final SignedIn signedIn;
    private final Runnable changed;

    SenderCard(Sender sender, Senders senders, SignedIn signedIn, Runnable changed) {
        this.sender = sender;
        this.senders = senders;
        this.signedIn = signedIn;
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
        add(stop(), actions());
    }

    private Div head() {
        H2 name = new H2(sender.label().isBlank() ? address() : sender.label());
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
        Div actions = new Div(test, pause);
        actions.addClassName("actions");
        if (sender.gateway() == Gateway.TWILIO) {
            actions.add(new Button(
                    getTranslation("senders.sender.rotate"),
                    click -> new TokenDialog(
                                    token -> act(() -> senders.rotateToken(signedIn.actor(), sender.senderId(), token)))
                            .open()));
        }
        return actions;
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

    private String address() {
        try {
            return PhoneNumbers.national(new PhoneNumber(sender.address()));
        } catch (Problem.Invalid service) {
            return sender.address();
        }
    }
}
