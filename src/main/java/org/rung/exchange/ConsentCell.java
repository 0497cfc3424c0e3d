package org.rung.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.consent.ConsentKind;

/**
 * What one cell says of whether the numbers of its row may be texted: as many words as numbers are for one number each,
 * as Rung's own export writes them; else the strictest is for all.
 */
record ConsentCell(List<Optional<ConsentKind>> said) {
    static ConsentCell read(String label, String cell) {
        var said = new ArrayList<Optional<ConsentKind>>(1);
        for (var word : cell.split(";", -1)) said.add(ConsentWords.refusal(label, word.strip()));
        return new ConsentCell(said);
    }

    boolean refuses() {
        return said.stream().anyMatch(Optional::isPresent);
    }

    Optional<ConsentKind> of(int phone, int phones) {
        if (said.size() == phones) return said.get(phone);
        return said.stream().flatMap(Optional::stream).reduce(ConsentCell::stricter);
    }

    /** Whoever said stop has said more than that the number is another's. */
    static ConsentKind stricter(ConsentKind one, ConsentKind other) {
        return one == ConsentKind.OPTED_OUT ? one : other;
    }
}
