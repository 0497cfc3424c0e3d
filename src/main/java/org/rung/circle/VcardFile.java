package org.rung.circle;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Telephone;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rung.common.Problem;

/** A .vcf file as phones and address books write it: vCard 2.1, 3.0 and 4.0, in UTF-8, UTF-16 or Windows-1252. */
final class VcardFile {
    private static final char MARK = '\ufeff';

    private VcardFile() {}

    /** @throws Problem.Invalid when there is no card in it, or more than so many */
    static List<AddressEntry> read(byte[] file, int most) {
        String text = decoded(file);
        List<AddressEntry> entries = new ArrayList<>();
        try (VCardReader reader = new VCardReader(new StringReader(text))) {
            for (VCard card = reader.readNext(); card != null; card = reader.readNext()) {
                if (entries.size() == most) throw new Problem.Invalid("file", "problem.contacts-many", most);
                entries.add(new AddressEntry(name(card), numbers(card)));
            }
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Problem problem) throw problem;
            throw new Problem.Invalid("file", "problem.contacts-broken");
        }
        if (entries.isEmpty()) throw new Problem.Invalid("file", "problem.contacts-none");
        return entries;
    }

    /** The parts of the name where they are written apart, else the name as it is shown, else what else they are called. */
    private static PersonName name(VCard card) {
        var parts = card.getStructuredName();
        if (parts != null) {
            var name = new PersonName(text(parts.getGiven()), text(parts.getFamily()));
            if (!name.missing()) return name;
        }
        return Stream.of(
                        value(card.getFormattedName()),
                        first(
                                card.getNickname() == null
                                        ? List.of()
                                        : card.getNickname().getValues()),
                        first(
                                card.getOrganization() == null
                                        ? List.of()
                                        : card.getOrganization().getValues()))
                .map(PersonName::of)
                .filter(name -> !name.missing())
                .findFirst()
                .orElse(new PersonName("", ""));
    }

    /** Mobile ones first, then those that the owner prefers; faxes and pagers not at all. */
    private static List<String> numbers(VCard card) {
        return card.getTelephoneNumbers().stream()
                .filter(tel -> !has(tel, TelephoneType.FAX) && !has(tel, TelephoneType.PAGER))
                .sorted(Comparator.comparingInt(VcardFile::rank))
                .map(VcardFile::written)
                .filter(number -> !number.isBlank())
                .toList();
    }

    private static int rank(Telephone tel) {
        if (has(tel, TelephoneType.CELL) || has(tel, TelephoneType.TEXT) || says(tel, "iphone")) return 0;
        return has(tel, TelephoneType.PREF) || tel.getPref() != null ? 1 : 2;
    }

    private static boolean has(Telephone tel, TelephoneType type) {
        return says(tel, type.getValue());
    }

    private static boolean says(Telephone tel, String type) {
        return tel.getTypes().stream().anyMatch(one -> one.getValue().equalsIgnoreCase(type));
    }

    private static String written(Telephone tel) {
        return tel.getUri() == null
                ? text(tel.getText()).replaceFirst("(?i)^tel:", "")
                : text(tel.getUri().getNumber());
    }

    private static String value(ezvcard.property.@org.jspecify.annotations.Nullable FormattedName name) {
        return name == null ? "" : text(name.getValue());
    }

    private static String first(List<String> values) {
        return values.stream().filter(Objects::nonNull).findFirst().orElse("");
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String decoded(byte[] file) {
        if (file.length > 1
                && (file[0] == (byte) 0xfe && file[1] == (byte) 0xff
                        || file[0] == (byte) 0xff && file[1] == (byte) 0xfe))
            return new String(file, StandardCharsets.UTF_16);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (CharacterCodingException older) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }
}
