package org.rung.demo;

import org.rung.accounts.Members;
import org.rung.circle.Contact;
import org.rung.circle.Contacts;
import org.rung.circle.PersonName;
import org.rung.circle.TalkOutcome;
import org.rung.circle.Talks;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Whom Dana knows: two of them are on the union's list, which she is not told, and one she has shared. */
@Component
@ConditionalOnProperty(name = "rung.demo", havingValue = "true")
class DemoCircle {
    private static final String DANA = "dana@eastside.example";

    private final Members members;
    private final Contacts contacts;
    private final Talks talks;

    DemoCircle(Members members, Contacts contacts, Talks talks) {
        this.members = members;
        this.contacts = contacts;
        this.talks = talks;
    }

    void begin(OrganizationId organizationId) {
        members.all(new Actor.System(organizationId)).stream()
                .filter(member -> member.email().equals(DANA))
                .findFirst()
                .ifPresent(dana -> knows(new Actor.Member(organizationId, dana.memberId(), dana.roles())));
    }

    private void knows(Actor.Member dana) {
        contacts.add(dana, PersonName.of("Imani from choir"), "(907) 555-0114");
        contacts.add(dana, PersonName.of("Tío Beto"), DemoNeighbours.phone(57).text());
        contacts.add(
                dana, PersonName.of("Rosa Delgado"), DemoNeighbours.phone(3).text());
        contacts.add(dana, PersonName.of("Wen Park"), "(907) 555-0171");
        for (Contact each : contacts.mine(dana, "", Page.Wanted.first(10)).rows()) {
            switch (each.name().first()) {
                case "Rosa" -> {
                    contacts.share(dana, each.contactId(), each.name());
                    talks.talked(dana, each.contactId(), TalkOutcome.WILL_COME);
                }
                case "Wen" -> talks.talked(dana, each.contactId(), TalkOutcome.NO_ANSWER);
                default -> {}
            }
        }
    }
}
