package org.rung.merging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.people.PeoplePaths;
import org.rung.people.Shown;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;
import org.rung.people.Supporters;

/** The household: who lives with this person, or shares a number, and which. */
@org.springframework.stereotype.Component
class HouseholdPanel implements SupporterPanel {
    private static final int SHOWN = 10;

    private final Supporters supporters;

    HouseholdPanel(Supporters supporters) {
        this.supporters = supporters;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public Component panel(Actor actor, SupporterId supporterId) {
        var card = new Div();
        card.addClassNames("card", "col", "household");
        var shared = actor.may(Permission.SEE_PEOPLE)
                ? shared(actor, supporterId)
                : Map.<SupporterId, List<PhoneNumber>>of();
        card.setVisible(!shared.isEmpty());
        card.add(new H3(card.getTranslation("merging.household")));
        var people = supporters.all(
                actor.organization(), shared.keySet().stream().limit(SHOWN).toList());
        shared.forEach((other, phones) -> {
            var person = people.get(other);
            if (person != null) card.add(row(card, person, phones));
        });
        if (shared.size() > SHOWN) {
            var more = new Span(card.getTranslation("merging.household.more", shared.size() - SHOWN));
            more.addClassNames("small", "muted");
            card.add(more);
        }
        return card;
    }

    /** By person: first who shares this one's numbers, then who only lives with them. */
    private Map<SupporterId, List<PhoneNumber>> shared(Actor actor, SupporterId supporterId) {
        var phones = supporters.get(actor, supporterId).phones();
        var holders = supporters.sharing(actor.organization(), phones);
        var shared = new LinkedHashMap<SupporterId, List<PhoneNumber>>();
        for (var phone : phones)
            for (var holder : holders.getOrDefault(phone, List.of()))
                if (!holder.equals(supporterId))
                    shared.computeIfAbsent(holder, any -> new ArrayList<>()).add(phone);
        for (var companion : supporters.household(actor, supporterId))
            shared.computeIfAbsent(companion.supporterId(), any -> new ArrayList<>());
        return shared;
    }

    private static Component row(Div card, Supporter person, List<PhoneNumber> phones) {
        var name = new Anchor(
                PeoplePaths.supporter(person.supporterId()), Shown.name(card, person.firstName(), person.lastName()));
        name.addClassName("strong");
        var which = new Span(
                phones.isEmpty()
                        ? person.address().line()
                        : String.join(", ", phones.stream().map(Shown::number).toList()));
        which.addClassNames("small", "muted");
        var row = new Div(name, which);
        row.addClassName("pair-person");
        return row;
    }
}
