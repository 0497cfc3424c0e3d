package org.rung.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.common.OrganizationId;

/**
 * How an organization takes money online.
 *
 * @param word its page is /give/ and this
 * @param hookCode the unguessable part of the address at which its provider knocks
 * @param keyed there is a key
 * @param signed there is what knocks are signed with
 * @param live real money; else the provider only tries
 * @param charges the provider lets the account take money
 * @param opened the page is open
 * @param amounts suggested ones, in the smallest unit of the currency
 * @param trouble what the last look at the account ended with
 */
public record PaymentAccount(
        OrganizationId organizationId,
        String word,
        String hookCode,
        boolean keyed,
        boolean signed,
        boolean live,
        boolean simulated,
        boolean charges,
        boolean opened,
        String currency,
        List<Long> amounts,
        String about,
        String accountName,
        Optional<Instant> checkedAt,
        Optional<Trouble> trouble,
        Optional<Instant> comparedAt) {

    /** Whether anybody can give now. */
    public boolean takes() {
        return opened && keyed && signed;
    }

    PaymentAccount with(PageDraft draft) {
        return new PaymentAccount(
                organizationId,
                draft.word(),
                hookCode,
                keyed,
                signed,
                live,
                simulated,
                charges,
                draft.opened(),
                draft.currency(),
                draft.amounts(),
                draft.about(),
                accountName,
                checkedAt,
                trouble,
                comparedAt);
    }
}
