package org.rung.cast;

import java.util.List;
import java.util.Optional;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.messaging.Inbox;
import org.rung.messaging.Outbox;
import org.rung.senders.Arrival;
import org.rung.senders.Handover;
import org.rung.senders.Senders;
import org.springframework.context.ApplicationContext;

/** Someone with a phone, as the organization meets them: {@code nia.texts("STOP")}, {@code nia.received()}. */
public record Neighbor(ApplicationContext house, OrganizationId organizationId, PhoneNumber phone) {

    public static Neighbor of(ApplicationContext house, OrganizationId organizationId) {
        return new Neighbor(house, organizationId, Phones.fresh());
    }

    /** Texts the organization's usual number; the provider's id of the text comes back. */
    public String texts(String body) {
        String providerId = "SM" + Id.next();
        delivers(providerId, body);
        return providerId;
    }

    /** False when the same text was delivered before. */
    public boolean delivers(String providerId, String body) {
        var sender = house.getBean(Senders.class).usual(organizationId).orElseThrow();
        return house.getBean(Inbox.class)
                .arrived(organizationId, sender, new Arrival(providerId, phone, body, List.of(), Optional.empty()));
    }

    /** All that has reached the phone, after everything that is due has left. */
    public List<String> received() {
        try {
            house.getBean(Outbox.class).drain();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return house.getBean(Airwaves.class).callsTo(phone).stream()
                .map(Handover::body)
                .toList();
    }
}
