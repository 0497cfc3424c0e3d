package org.rung.circle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.common.Sentence;

/** Address book entries as cards, and those of which none can be made. */
record Entries(List<Card> cards, List<Added.Rejected> rejected) {

    static Entries read(List<AddressEntry> entries, String country) {
        List<Card> cards = new ArrayList<>();
        List<Added.Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            AddressEntry entry = entries.get(i);
            Optional<PhoneNumber> phone = entry.numbers().stream()
                    .flatMap(written -> number(written, country).stream())
                    .findFirst();
            if (phone.isPresent() && !entry.name().missing()) {
                cards.add(new Card(entry.name(), phone.get()));
            } else {
                rejected.add(new Added.Rejected(i + 1, entry.name().whole(), why(entry, phone.isPresent())));
            }
        }
        return new Entries(cards, rejected);
    }

    private static Sentence why(AddressEntry entry, boolean number) {
        if (number) return Sentence.of("circle.rejected.nameless");
        return entry.numbers().isEmpty()
                ? Sentence.of("circle.rejected.no-number")
                : Sentence.of("circle.rejected.wrong-number");
    }

    private static Optional<PhoneNumber> number(String written, String country) {
        try {
            return Optional.of(PhoneNumbers.read(written.strip(), country));
        } catch (Problem.Invalid none) {
            return Optional.empty();
        }
    }
}
