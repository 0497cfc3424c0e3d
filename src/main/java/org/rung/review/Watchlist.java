package org.rung.review;

import java.util.List;
import java.util.Optional;
import org.rung.care.HurtfulWords;
import org.rung.texting.Objection;

/** What an organization watches for: its own words, and what becomes of slurs that Rung knows. Whole words count. */
record Watchlist(List<Entry> entries, Optional<Strength> slurs) {

    /** folded: its words with one blank between them. */
    record Entry(String phrase, String folded, Strength strength) {}

    /** How a phrase is compared. */
    static String folded(String phrase) {
        return String.join(" ", Words.of(phrase));
    }

    /** For words of a script, whose author answers for them: nothing but slurs. */
    Watchlist slursOnly() {
        return new Watchlist(List.of(), slurs);
    }

    /** The strictest objection; what holds is found though something that warns stands before it. */
    Optional<Objection> against(String text) {
        Optional<Objection> own = own(text);
        if (own.filter(Objection::hold).isPresent() || slurs.isEmpty()) return own;
        Optional<Objection> slur = HurtfulWords.in(text)
                ? slurs.map(strength -> new Objection("", strength == Strength.HOLD))
                : Optional.empty();
        return slur.filter(Objection::hold).or(() -> own).or(() -> slur);
    }

    private Optional<Objection> own(String text) {
        if (entries.isEmpty()) return Optional.empty();
        String said = " " + folded(text) + " ";
        return entries.stream()
                .filter(entry -> said.contains(" " + entry.folded() + " "))
                .map(entry -> new Objection(entry.phrase(), entry.strength() == Strength.HOLD))
                .reduce((one, other) -> one.hold() ? one : other);
    }
}
