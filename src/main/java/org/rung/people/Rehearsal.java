package org.rung.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.rung.common.Id;
import org.rung.common.PhoneNumber;

/**
 * What a dry run keeps in mind from one batch to the next, since nothing is written: how whoever comes again would stand
 * by then. Only they are remembered, so a list of a million different people takes no more memory than a short one.
 */
public final class Rehearsal {
    private final Predicate<PhoneNumber> comesAgain;
    private final Map<PhoneNumber, Set<PersonInHand>> holders = new HashMap<>();
    private final Map<SupporterId, PersonInHand> met = new HashMap<>();
    private final Map<SupporterId, Set<TagUpsertStore.Tagging>> taggings = new HashMap<>();
    private final Map<SupporterId, Map<FieldUpsertStore.Filled, String>> values = new HashMap<>();
    private final Map<FoldedName, TagId> newTags = new HashMap<>();
    private final Map<FieldKey, CustomFieldId> newFields = new HashMap<>();

    /** @param comesAgain numbers that are in more than one of the batches */
    public Rehearsal(Predicate<PhoneNumber> comesAgain) {
        this.comesAgain = comesAgain;
    }

    /** For a single batch: nobody comes again. */
    public static Rehearsal ofOne() {
        return new Rehearsal(phone -> false);
    }

    /** As this rehearsal left them, if it met them; else as they are stored. */
    PersonInHand asMet(PersonInHand stored) {
        var person = met.getOrDefault(stored.supporterId, stored);
        // A batch reads only those numbers of a person that are in it.
        person.phones().addAll(stored.phones());
        return person;
    }

    Collection<PersonInHand> holders(PhoneNumber phone) {
        return holders.getOrDefault(phone, Set.of());
    }

    /** @param several who has more than one number stored, and may come again by another one */
    void meet(Collection<PersonInHand> people, Set<SupporterId> several) {
        people.forEach(person -> meet(person, several.contains(person.supporterId)));
    }

    private void meet(PersonInHand person, boolean several) {
        boolean again = several;
        for (var phone : person.phones())
            if (comesAgain.test(phone)) {
                again = true;
                holders.computeIfAbsent(phone, any -> new LinkedHashSet<>(2)).add(person);
            }
        if (again) met.put(person.supporterId, person);
    }

    /** The known tags, and made-up ids for those that the import would make. */
    Map<String, TagId> tags(Set<String> names, Map<String, TagId> known) {
        var all = new HashMap<>(known);
        for (var name : names)
            if (!all.containsKey(name))
                all.put(name, newTags.computeIfAbsent(new FoldedName(name), any -> new TagId(Id.next())));
        return all;
    }

    Map<FieldKey, CustomFieldId> fields(Set<FieldKey> keys, Map<FieldKey, CustomFieldId> known) {
        var all = new HashMap<>(known);
        for (var key : keys)
            if (!all.containsKey(key))
                all.put(key, newFields.computeIfAbsent(key, any -> new CustomFieldId(Id.next())));
        return all;
    }

    Set<TagUpsertStore.Tagging> taggings(PersonInHand person) {
        return taggings.getOrDefault(person.supporterId, Set.of());
    }

    void tagged(List<TagUpsertStore.Tagging> added) {
        for (var tagging : added)
            if (met.containsKey(tagging.supporterId()))
                taggings.computeIfAbsent(tagging.supporterId(), any -> new HashSet<>())
                        .add(tagging);
    }

    Map<FieldUpsertStore.Filled, String> values(PersonInHand person) {
        return values.getOrDefault(person.supporterId, Map.of());
    }

    void filled(Map<FieldUpsertStore.Filled, String> changed) {
        changed.forEach((filled, value) -> {
            if (met.containsKey(filled.supporterId()))
                values.computeIfAbsent(filled.supporterId(), any -> new HashMap<>())
                        .put(filled, value);
        });
    }
}
