package org.rung.texting.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.texting.HeldText;
import org.rung.texting.HeldTexts;
import org.rung.texting.TextingPaths;

/** Texts that need a person's word, by what stops them: try once more, do not send, or say what became of them. */
@Route(TextingPaths.HELD)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class HeldView extends Div implements HasDynamicTitle {

    private final HeldTexts held;
    private final Clock clock;
    private final Actor.Member actor;
    private final Div groups = new Div();

    HeldView(HeldTexts held, SignedIn signedIn, OpenDesks open, Clock clock) {
        this.held = held;
        this.clock = clock;
        this.actor = signedIn.actor();
        addClassName("page");
        Anchor back = new Anchor("/" + TextingPaths.INBOX, "‹ " + getTranslation("texting.inbox"));
        back.addClassName("back");
        Span line = new Span(getTranslation("texting.held.line"));
        line.addClassName("muted");
        Div head = new Div(new Div(new H1(getTranslation("texting.held")), line));
        head.addClassName("page-head");
        groups.addClassName("col");
        add(back, head, groups);
        show();
        open.watch(this, actor, true, changed -> show());
    }

    private void show() {
        List<HeldText> all = held.all(actor);
        groups.removeAll();
        var byReason = all.stream()
                .collect(Collectors.groupingBy(
                        one -> one.reviewed()
                                ? HeldText.REVIEWED
                                : one.text().errorCode().orElse(""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byReason.forEach((code, texts) -> groups.add(new HeldGroup(code, texts, clock.instant(), this::decide)));
        if (all.isEmpty()) {
            Div none = new Div(
                    new H2(getTranslation("texting.held.none")),
                    new Paragraph(getTranslation("texting.held.noneLine")));
            none.addClassNames("card", "empty");
            groups.add(none);
        }
    }

    private void decide(List<HeldText> texts, HeldWord.Kind word) {
        List<MessageId> messages =
                texts.stream().map(one -> one.text().messageId()).toList();
        boolean doubts = texts.getFirst().doubtful();
        String done =
                switch (word) {
                    case SEND -> getTranslation("texting.held.released", held.release(actor, messages));
                    case ARRIVED -> getTranslation("texting.held.arrivedDone", held.arrived(actor, messages));
                    case GIVE_UP ->
                        doubts
                                ? getTranslation("texting.held.givenUp", held.cancel(actor, messages))
                                : getTranslation("texting.held.cancelled", held.cancel(actor, messages));
                };
        Notification.show(done, 4_000, Notification.Position.BOTTOM_CENTER).setAssertive(false);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("texting.held") + " · Rung";
    }
}
