package org.rung.inviting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.EmailAddress;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;

/**
 * A pasted or uploaded list, a person a line: a name with an e-mail or a number, in any order, between commas, semicolons or
 * tabs. Pure.
 *
 * @param unread lines in which no e-mail and no number could be found, as they stand
 */
public record InviteeLines(List<InviteeDraft> people, List<String> unread) {
    public InviteeLines {
        people = List.copyOf(people);
        unread = List.copyOf(unread);
    }

    /** @param country whose numbers these are, where they do not say */
    public static InviteeLines read(String text, String country) {
        var people = new ArrayList<InviteeDraft>();
        var unread = new ArrayList<String>();
        for (var line : text.replace("\ufeff", "").split("\\R")) {
            if (line.isBlank()) continue;
            var person = person(line, country);
            if (person.isPresent()) people.add(person.get());
            // The first line of a file names its columns.
            else if (!(people.isEmpty() && unread.isEmpty() && heading(line))) unread.add(line.strip());
        }
        return new InviteeLines(people, unread);
    }

    private static boolean heading(String line) {
        return line.toLowerCase(java.util.Locale.ROOT).matches(".*\\b(e-?mail|correo|phone|mobile|name|nombre)\\b.*");
    }

    private static Optional<InviteeDraft> person(String line, String country) {
        var name = new ArrayList<String>();
        Optional<EmailAddress> email = Optional.empty();
        Optional<PhoneNumber> phone = Optional.empty();
        for (var written : line.split("[,;\t<>]")) {
            var part = written.strip().replaceAll("^\"|\"$", "").strip();
            if (part.isEmpty()) continue;
            var address = email(part);
            var number = phone(part, country);
            if (email.isEmpty() && address.isPresent()) email = address;
            else if (phone.isEmpty() && number.isPresent()) phone = number;
            else name.add(part);
        }
        if (email.isEmpty() && phone.isEmpty()) return Optional.empty();
        var said = String.join(" ", name);
        return Optional.of(new InviteeDraft(said.length() > 120 ? said.substring(0, 120) : said, email, phone));
    }

    private static Optional<EmailAddress> email(String part) {
        try {
            return part.contains("@") ? Optional.of(new EmailAddress(part)) : Optional.empty();
        } catch (Problem.Invalid other) {
            return Optional.empty();
        }
    }

    private static Optional<PhoneNumber> phone(String part, String country) {
        try {
            return part.chars().filter(Character::isDigit).count() >= 7 && !part.contains("@")
                    ? Optional.of(PhoneNumbers.read(part, country))
                    : Optional.empty();
        } catch (Problem.Invalid other) {
            return Optional.empty();
        }
    }
}
