package org.rung.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.consent.ConsentKind;

/** How people, numbers and consent look on every screen of this room. */
final class Shown {
    private Shown() {}

    static String name(Component reader, String firstName, String lastName) {
        var name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? reader.getTranslation("people.nameless") : name;
    }

    static String initials(String firstName, String lastName) {
        var letters = first(firstName) + first(lastName);
        return letters.isEmpty() ? "?" : letters;
    }

    private static String first(String name) {
        return name.isEmpty() ? "" : new String(Character.toChars(Character.toUpperCase(name.codePointAt(0))));
    }

    static String number(Actor actor, PhoneNumber phone) {
        return actor.may(Permission.SEE_NUMBERS) ? PhoneNumbers.national(phone) : PhoneNumbers.masked(phone);
    }

    static String consentWord(Optional<ConsentKind> consent) {
        return consent.map(Enum::name).orElse("NONE");
    }

    static String consentLook(Optional<ConsentKind> consent) {
        return consent.map(kind -> kind == ConsentKind.OPTED_IN ? "good" : "bad")
                .orElse("plain");
    }

    static Span chip(String words, String look) {
        var chip = new Span(words);
        chip.addClassNames("chip", look);
        return chip;
    }

    static Span consentChip(Component reader, Optional<ConsentKind> consent) {
        return chip(reader.getTranslation("people.consent." + consentWord(consent)), consentLook(consent));
    }
}
