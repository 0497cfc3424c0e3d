package org.rung.giving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.people.FoldedName;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.stereotype.Component;

/**
 * Who gave: the one person who has this number and first name, else the one who has this e-mail address and name. Where
 * there are two, nobody guesses.
 */
@Component
class Givers {
    private final GiverStore store;
    private final Supporters supporters;

    Givers(GiverStore store, Supporters supporters) {
        this.store = store;
        this.supporters = supporters;
    }

    List<GiftDraft> find(OrganizationId organizationId, List<GiftDraft> drafts) {
        List<Giver> unknown = drafts.stream()
                .filter(draft -> draft.supporterId().isEmpty())
                .map(GiftDraft::giver)
                .toList();
        if (unknown.stream().allMatch(Giver::nameless)) return drafts;
        Map<PhoneNumber, List<SupporterId>> byPhone = supporters.sharing(organizationId, phones(unknown));
        Map<String, List<GiverStore.Someone>> byEmail = store.byEmail(organizationId, emails(unknown)).stream()
                .collect(Collectors.groupingBy(one -> lower(one.email())));
        Map<SupporterId, GiverStore.Someone> names = store
                .named(
                        organizationId,
                        byPhone.values().stream().flatMap(List::stream).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(GiverStore.Someone::supporterId, one -> one));
        List<GiftDraft> found = new ArrayList<>();
        for (GiftDraft draft : drafts) {
            found.add(
                    draft.supporterId().isPresent()
                            ? draft
                            : draft.of(who(draft.giver(), byPhone, names).or(() -> who(draft.giver(), byEmail))));
        }
        return found;
    }

    /** Whom a gift may be of, for whoever decides by hand: by number, e-mail or last name; at most so many. */
    List<SupporterId> candidates(OrganizationId organizationId, Giver giver, int most) {
        Set<SupporterId> people = new LinkedHashSet<>();
        giver.phone()
                .ifPresent(phone -> supporters
                        .sharing(organizationId, List.of(phone))
                        .values()
                        .forEach(people::addAll));
        people.addAll(store.alike(organizationId, giver, most));
        return people.stream().limit(most).toList();
    }

    private static Optional<SupporterId> who(
            Giver giver, Map<PhoneNumber, List<SupporterId>> byPhone, Map<SupporterId, GiverStore.Someone> names) {
        FoldedName first = new FoldedName(giver.firstName());
        return only(giver.phone().map(phone -> byPhone.getOrDefault(phone, List.of())).orElse(List.of()).stream()
                .filter(id -> Optional.ofNullable(names.get(id))
                        .filter(one -> new FoldedName(one.firstName()).matches(first))
                        .isPresent())
                .toList());
    }

    private static Optional<SupporterId> who(Giver giver, Map<String, List<GiverStore.Someone>> byEmail) {
        if (giver.email().isEmpty()) return Optional.empty();
        FoldedName first = new FoldedName(giver.firstName());
        FoldedName last = new FoldedName(giver.lastName());
        return only(byEmail.getOrDefault(lower(giver.email()), List.of()).stream()
                .filter(one ->
                        new FoldedName(one.firstName()).matches(first) && new FoldedName(one.lastName()).matches(last))
                .map(GiverStore.Someone::supporterId)
                .toList());
    }

    private static Optional<SupporterId> only(List<SupporterId> people) {
        return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
    }

    private static Set<PhoneNumber> phones(Collection<Giver> givers) {
        return givers.stream().flatMap(giver -> giver.phone().stream()).collect(Collectors.toSet());
    }

    private static Set<String> emails(Collection<Giver> givers) {
        return givers.stream()
                .map(Giver::email)
                .filter(email -> !email.isEmpty())
                .map(Givers::lower)
                .collect(Collectors.toSet());
    }

    private static String lower(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
