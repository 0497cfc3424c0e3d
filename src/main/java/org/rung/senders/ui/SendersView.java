package org.rung.senders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Problem;
import org.rung.senders.Failovers;
import org.rung.senders.Room;
import org.rung.senders.Sender;
import org.rung.senders.SenderId;
import org.rung.senders.SenderRates;
import org.rung.senders.SenderRooms;
import org.rung.senders.Senders;
import org.rung.senders.SendersPaths;
import org.rung.settings.RungSettings;

/** The numbers and services that texts leave from. */
@Route(SendersPaths.SENDERS)
@RolesAllowed("ADMIN")
public class SendersView extends Div implements HasDynamicTitle {
    private final Senders senders;
    private final Failovers failovers;
    private final SenderRooms rooms;
    private final SenderRates rates;
    private final SignedIn signedIn;
    private final Div list = new Div();

    SendersView(
            Senders senders,
            Failovers failovers,
            SenderRooms rooms,
            SenderRates rates,
            SignedIn signedIn,
            RungSettings settings) {
        this.senders = senders;
        this.failovers = failovers;
        this.rooms = rooms;
        this.rates = rates;
        this.signedIn = signedIn;
        addClassNames("page", "senders");
        Div head = new Div(
                new Div(new H1(getTranslation("senders.list.title")), muted(getTranslation("senders.list.lead"))));
        head.addClassName("page-head");
        list.addClassName("col");
        add(head, list, new SenderForm(rates, this::add), new PriceCard(senders, signedIn), webhooks(settings));
        show();
    }

    private void show() {
        list.removeAll();
        List<Sender> all = senders.all(signedIn.actor());
        Map<SenderId, Room> known = rooms.of(signedIn.actor());
        all.forEach(sender -> list.add(new SenderCard(
                sender,
                senders,
                rates,
                signedIn,
                Optional.ofNullable(known.get(sender.senderId())),
                all.size() == 1,
                this::show)));
        if (all.size() > 1) {
            list.add(new FailoverCard(failovers, signedIn, all));
        }
        if (all.isEmpty()) {
            Div none = new Div(
                    new H2(getTranslation("senders.list.none")),
                    new Paragraph(getTranslation("senders.list.none.next")));
            none.addClassNames("card", "empty");
            list.add(none);
        }
    }

    private boolean add(SenderForm.Filled filled) {
        try {
            senders.add(signedIn.actor(), filled.draft(), filled.pacing());
            show();
            Notices.good(getTranslation("senders.list.added"));
            return true;
        } catch (Problem problem) {
            Notices.bad(problem);
            return false;
        }
    }

    /** What has to be pasted into Twilio's console, so that replies find the way here. */
    private Div webhooks(RungSettings settings) {
        String inbound = settings.publicUrl() + "/hooks/twilio/inbound";
        Span address = new Span(inbound);
        address.addClassName("mono");
        Button copy = new Button(getTranslation("senders.list.copy"));
        copy.addClassNames("small");
        copy.addClickListener(click -> {
            copy.getElement().executeJs("navigator.clipboard.writeText($0)", inbound);
            Notices.good(getTranslation("senders.list.copied"));
        });
        Div row = new Div(address, copy);
        row.addClassNames("row", "wrap");
        Div card = new Div(
                new H2(getTranslation("senders.list.webhook")),
                muted(getTranslation("senders.list.webhook.lead")),
                row);
        card.addClassNames("card", "col");
        return card;
    }

    static Span muted(String words) {
        Span muted = new Span(words);
        muted.addClassName("muted");
        return muted;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("senders.list.title") + " · Rung";
    }
}
