package org.rung.watching.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.senders.Breakers;
import org.rung.senders.Outage;
import org.rung.senders.SenderId;
import org.rung.senders.Senders;
import org.rung.watching.DeliveryHealth;
import org.rung.watching.Health;
import org.rung.watching.WatchingPaths;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the organization's texts fare, for its admins. */
@Route(WatchingPaths.HEALTH)
@RolesAllowed("ADMIN")
public class DeliveryHealthView extends Div implements HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryHealthView.class);

    private final transient DeliveryHealth health;
    private final transient Senders senders;
    private final transient Breakers breakers;
    private final transient HealthWatchers watchers;
    private final transient Actor.Member actor;
    private final transient DateTimeFormatter times;
    private final Span asOf = new Span();
    private final Div body = new Div();
    private transient Runnable look = () -> {};

    DeliveryHealthView(
            DeliveryHealth health, Senders senders, Breakers breakers, HealthWatchers watchers, SignedIn signedIn) {
        this.health = health;
        this.senders = senders;
        this.breakers = breakers;
        this.watchers = watchers;
        actor = signedIn.actor();
        times = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(signedIn.organization().zone());
        addClassNames("page", "health");
        var lead = new Span(getTranslation("watching.lead"));
        lead.addClassName("muted");
        asOf.addClassNames("muted", "small", "num");
        asOf.getElement().setAttribute("aria-live", "polite");
        var side = new Div(asOf, new Button(getTranslation("watching.refresh"), click -> show()));
        side.addClassName("row");
        var head = new Div(new Div(new H1(getTranslation("watching.title")), lead), side);
        head.addClassName("page-head");
        body.addClassName("col");
        add(head, body);
        show();
    }

    private void show() {
        body.removeAll();
        try {
            Health now = health.of(actor);
            asOf.setText(getTranslation("watching.as-of", times.format(now.at())));
            breakers.troubles(actor.organization()).forEach(silent -> body.add(outage(silent)));
            body.add(new HealthNumbers(now), new SendersPart(now, this::resume), new FailuresPart(now));
        } catch (Problem problem) {
            body.add(trouble(Sentences.of(problem)));
        } catch (RuntimeException broken) {
            LOG.error("The health page could not be read", broken);
            body.add(trouble(getTranslation("watching.trouble.next")));
        }
    }

    private Div outage(Outage silent) {
        var provider = Sentences.of(silent.provider());
        var open = silent.silent();
        var line = open
                ? getTranslation(
                        "senders.down.line",
                        silent.openedAt().map(times::format).orElse(""))
                : getTranslation("senders.ramp.line");
        var notice = new Div(
                new Span(getTranslation(open ? "senders.down.title" : "senders.ramp.title", provider) + ". " + line));
        notice.addClassNames("notice", "warn");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private void resume(SenderId sender) {
        try {
            senders.resume(actor, sender);
        } catch (Problem problem) {
            body.addComponentAsFirst(trouble(Sentences.of(problem)));
            return;
        }
        show();
    }

    private Div trouble(String words) {
        var card = new Div(
                new H2(getTranslation("watching.trouble")),
                new Paragraph(words),
                new Button(getTranslation("watching.refresh"), click -> show()));
        card.addClassNames("card", "empty");
        card.getElement().setAttribute("role", "alert");
        return card;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI here = attached.getUI();
        look = () -> {
            try {
                here.access(this::show);
            } catch (UIDetachedException closed) {
                // The window was closed meanwhile.
            }
        };
        watchers.watch(actor.organization(), look);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watchers.leave(actor.organization(), look);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("watching.title") + " · Rung";
    }
}
