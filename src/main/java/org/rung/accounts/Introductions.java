package org.rung.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An e-mail address, or a mobile number that was proved, as people write theirs. */
@Service
public class Introductions {
    private static final int LONGEST = 254;

    private final AccountStore store;
    private final OrganizationStore organizations;

    Introductions(AccountStore store, OrganizationStore organizations) {
        this.store = store;
        this.organizations = organizations;
    }

    /** Never refuses: what cannot be anybody's is nobody's. */
    @Transactional(readOnly = true)
    public Introduction of(String typed) {
        var written = typed.strip();
        if (written.length() > LONGEST) return nobody(Way.EMAIL, "");
        if (written.contains("@")) return byEmail(written);
        var numbers = numbers(written);
        if (numbers.isEmpty()) return nobody(Way.TEXT, written.toLowerCase(Locale.ROOT));
        var key = numbers.stream().map(PhoneNumber::text).sorted().collect(Collectors.joining(" "));
        return store.byMobile(numbers)
                .map(found -> new Introduction(
                        Way.TEXT,
                        key,
                        Optional.of(found.accountId()),
                        Optional.of(found.phone().text())))
                .orElseGet(() -> nobody(Way.TEXT, key));
    }

    private Introduction byEmail(String written) {
        try {
            var email = new EmailAddress(written);
            var found = store.find(email).map(AccountStore.Keyed::accountId);
            return new Introduction(Way.EMAIL, email.text(), found, found.map(known -> email.text()));
        } catch (Problem.Invalid noAddress) {
            return nobody(Way.EMAIL, written.toLowerCase(Locale.ROOT));
        }
    }

    /** Nobody has said yet in which country the number is: it may be any in which there is an organization. */
    private List<PhoneNumber> numbers(String written) {
        return organizations.countries().stream()
                .flatMap(country -> number(written, country))
                .distinct()
                .toList();
    }

    private static Stream<PhoneNumber> number(String written, String country) {
        try {
            return Stream.of(PhoneNumbers.read(written, country));
        } catch (Problem.Invalid notThere) {
            return Stream.empty();
        }
    }

    private static Introduction nobody(Way way, String key) {
        return new Introduction(way, key, Optional.empty(), Optional.empty());
    }
}
