package org.rung.merging;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.people.Supporter;
import org.rung.people.SupporterDraft;

/** Which of two values stays: what a person chose, else the fuller one, else the newer one. */
final class Choosing {
    private Choosing() {}

    /** @param consents of the numbers of both; numbers of which nothing is known are absent */
    static Map<Part, Side> proposed(Supporter kept, Supporter gone, Map<PhoneNumber, ConsentKind> consents) {
        var proposed = new EnumMap<Part, Side>(Part.class);
        for (var part : Part.values())
            proposed.put(part, part == Part.PHONE ? phone(kept, gone, consents) : side(part, kept, gone));
        return proposed;
    }

    /** Whoever asked for no more texts is not texted by another number either. */
    private static Side phone(Supporter kept, Supporter gone, Map<PhoneNumber, ConsentKind> consents) {
        if (gone.textingPhone().isEmpty() || stopped(kept, consents)) return Side.KEPT;
        if (kept.textingPhone().isEmpty() || stopped(gone, consents)) return Side.GONE;
        boolean keptIn = in(kept, consents);
        if (keptIn != in(gone, consents)) return keptIn ? Side.KEPT : Side.GONE;
        return newer(kept, gone);
    }

    static boolean stopped(Supporter person, Map<PhoneNumber, ConsentKind> consents) {
        return consent(person, consents)
                .filter(kind -> kind == ConsentKind.OPTED_OUT)
                .isPresent();
    }

    private static boolean in(Supporter person, Map<PhoneNumber, ConsentKind> consents) {
        return consent(person, consents)
                .filter(kind -> kind == ConsentKind.OPTED_IN)
                .isPresent();
    }

    private static Optional<ConsentKind> consent(Supporter person, Map<PhoneNumber, ConsentKind> consents) {
        return person.textingPhone().flatMap(phone -> Optional.ofNullable(consents.get(phone)));
    }

    private static Side side(Part part, Supporter kept, Supporter gone) {
        var ours = part.of(kept);
        var theirs = part.of(gone);
        if (theirs.isEmpty() || ours.equals(theirs)) return Side.KEPT;
        if (ours.isEmpty()) return Side.GONE;
        return switch (part) {
            // Where they were first heard of.
            case SOURCE -> kept.createdAt().isAfter(gone.createdAt()) ? Side.GONE : Side.KEPT;
            case FIRST_NAME, LAST_NAME -> begins(ours, theirs) ? fuller(part, kept, gone) : newer(kept, gone);
            case PLACE -> fuller(part, kept, gone);
            default -> newer(kept, gone);
        };
    }

    /** "J." and "Juan", "Liz" and "Lizbeth". */
    private static boolean begins(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT).replace(".", "");
        var b = other.toLowerCase(Locale.ROOT).replace(".", "");
        return a.startsWith(b) || b.startsWith(a);
    }

    private static Side fuller(Part part, Supporter kept, Supporter gone) {
        int more = part.fullness(gone) - part.fullness(kept);
        return more == 0 ? newer(kept, gone) : more > 0 ? Side.GONE : Side.KEPT;
    }

    private static Side newer(Supporter kept, Supporter gone) {
        return gone.updatedAt().isAfter(kept.updatedAt()) ? Side.GONE : Side.KEPT;
    }

    /** Of custom fields of which both say something else; of the others there is nothing to choose. */
    static Map<String, Side> proposedFields(Supporter kept, Supporter gone) {
        var proposed = new TreeMap<String, Side>();
        for (var key : keys(kept, gone)) {
            var ours = kept.fields().getOrDefault(key, "");
            var theirs = gone.fields().getOrDefault(key, "");
            proposed.put(
                    key,
                    theirs.isEmpty() || ours.equals(theirs)
                            ? Side.KEPT
                            : ours.isEmpty() ? Side.GONE : newer(kept, gone));
        }
        return proposed;
    }

    private static Set<String> keys(Supporter kept, Supporter gone) {
        var keys = new TreeSet<>(kept.fields().keySet());
        keys.addAll(gone.fields().keySet());
        return keys;
    }

    /** The two as one; what is chosen for a part that one of them leaves empty is never the empty one. */
    static SupporterDraft united(Supporter kept, Supporter gone, Map<Part, Side> parts, Map<String, Side> fields) {
        var place = of(Part.PLACE, kept, gone, parts);
        var phones = new LinkedHashSet<PhoneNumber>();
        of(Part.PHONE, kept, gone, parts).textingPhone().ifPresent(phones::add);
        phones.addAll(kept.phones());
        phones.addAll(gone.phones());
        var values = new TreeMap<String, String>();
        for (var key : keys(kept, gone)) {
            var ours = kept.fields().getOrDefault(key, "");
            var theirs = gone.fields().getOrDefault(key, "");
            boolean wantsTheirs = fields.getOrDefault(key, Side.KEPT) == Side.GONE;
            values.put(key, ours.isEmpty() || (wantsTheirs && !theirs.isEmpty()) ? theirs : ours);
        }
        return new SupporterDraft(
                of(Part.FIRST_NAME, kept, gone, parts).firstName(),
                of(Part.LAST_NAME, kept, gone, parts).lastName(),
                of(Part.EMAIL, kept, gone, parts).email(),
                place.postalCode(),
                place.city(),
                place.region(),
                place.country(),
                place.zone(),
                of(Part.LANGUAGE, kept, gone, parts).language(),
                of(Part.SOURCE, kept, gone, parts).source(),
                List.copyOf(phones),
                Set.of(),
                values,
                place.address());
    }

    private static Supporter of(Part part, Supporter kept, Supporter gone, Map<Part, Side> parts) {
        boolean theirs = parts.getOrDefault(part, Side.KEPT) == Side.GONE;
        var wanted = theirs ? gone : kept;
        var other = theirs ? kept : gone;
        return part.of(wanted).isEmpty() ? other : wanted;
    }

    /** Every number of both. */
    static Collection<PhoneNumber> numbers(Supporter kept, Supporter gone) {
        var numbers = new LinkedHashSet<>(kept.phones());
        numbers.addAll(gone.phones());
        return numbers;
    }
}
