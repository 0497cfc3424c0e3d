package org.rung.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.PhoneNumber;

/** Who holds which number, while a batch is matched; the batch's own new people included, so that its doubles meet. */
final class PhoneBook {
    private final Map<PhoneNumber, List<PersonInHand>> holders;

    PhoneBook(int size) {
        holders = HashMap.newHashMap(size);
    }

    void enter(PhoneNumber phone, PersonInHand person) {
        var people = holders.computeIfAbsent(phone, any -> new ArrayList<>(1));
        if (!people.contains(person)) people.add(person);
    }

    /**
     * The same number and the same first name is the same person; a missing name counts as the same. Another first
     * name on the same number is someone else of the household.
     */
    Optional<PersonInHand> whoIs(SupporterDraft draft) {
        var name = new FoldedName(draft.firstName());
        PersonInHand nameless = null;
        for (var phone : draft.phones()) {
            for (var holder : holders.getOrDefault(phone, List.of())) {
                if (holder.foldedName().equals(name)) return Optional.of(holder);
                if (nameless == null && (name.matches(holder.foldedName()))) nameless = holder;
            }
        }
        return Optional.ofNullable(nameless);
    }

    /** Whether somebody else has one of their numbers. */
    boolean shared(PersonInHand person) {
        return person.phones().stream()
                .anyMatch(phone -> holders.getOrDefault(phone, List.of()).size() > 1);
    }

    /** Stored people to whom one of these may add a number: only a draft of several numbers can. */
    Set<SupporterId> whoMayGrow(List<SupporterDraft> drafts) {
        var growing = new HashSet<SupporterId>();
        for (var draft : drafts) {
            if (draft.phones().size() < 2) continue;
            for (var phone : draft.phones())
                for (var holder : holders.getOrDefault(phone, List.of()))
                    if (!holder.made) growing.add(holder.supporterId);
        }
        return growing;
    }
}
