package org.rung.circle;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.rung.common.OrganizationId;
import org.rung.people.Met;
import org.rung.people.Relationships;
import org.rung.people.Visibility;
import org.springframework.stereotype.Component;

/** Contacts whose number the organization has become acquaintances of their member, and nobody is told. */
@Component
class Matching {
    private final HolderStore holders;
    private final Relationships relationships;

    Matching(HolderStore holders, Relationships relationships) {
        this.holders = holders;
        this.relationships = relationships;
    }

    /** All that is done of it whether or not somebody matches; two statements. */
    void match(OrganizationId organizationId, Collection<Whose> cards) {
        var of = holders.of(
                organizationId,
                cards.stream().map(whose -> whose.card().phone()).distinct().toList());
        relationships.met(
                organizationId,
                cards.stream()
                        .flatMap(whose -> of.getOrDefault(whose.card().phone(), List.of()).stream()
                                .map(holder -> new Met(whose.memberId(), holder.supporterId())))
                        .toList(),
                Visibility.MINE);
    }

    /** The member knows nobody by this contact any more. */
    void unmatch(Kept contact) {
        var of = holders.of(contact.organizationId(), List.of(contact.card().phone()));
        relationships.unmet(
                contact.organizationId(),
                contact.memberId(),
                Stream.concat(
                                of.values().stream().flatMap(List::stream).map(HolderStore.Holder::supporterId),
                                contact.supporter().stream())
                        .distinct()
                        .toList());
    }
}
