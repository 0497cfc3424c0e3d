package org.rung.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.consent.ConsentKind;

/** How people, numbers and consent look on every screen. */
public final class Shown {
    private Shown() {}

    public static String name(Component reader, String firstName, String lastName) {
        var name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? reader.getTranslation("people.nameless") : name;
    }

    public static String initials(String firstName, String lastName) {
        var letters = first(firstName) + first(lastName);
        return letters.isEmpty() ? "?" : letters;
    }

    private static String first(String name) {
        return name.isEmpty() ? "" : new String(Character.toChars(Character.toUpperCase(name.codePointAt(0))));
    }

    /** Masked for everyone: whoever may see the whole one asks for it, and that is written down. */
    public static String number(PhoneNumber phone) {
        return PhoneNumbers.masked(phone);
    }

    public static String consentWord(Optional<ConsentKind> consent) {
        return consent.map(Enum::name).orElse("NONE");
    }

    public static String consentLook(Optional<ConsentKind> consent) {
        return consent.map(kind -> kind == ConsentKind.OPTED_IN ? "good" : "bad")
                .orElse("plain");
    }

    public static Span chip(String words, String look) {
        var chip = new Span(words);
        chip.addClassNames("chip", look);
        return chip;
    }

    public static Span consentChip(Component reader, Optional<ConsentKind> consent) {
        return chip(reader.getTranslation("people.consent." + consentWord(consent)), consentLook(consent));
    }
}
