package org.rung.accounts;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.rung.common.OrganizationId;

/**
 * A one-time code on its way to its person.
 *
 * @param organizationId on whose behalf it leaves
 * @param organization its name, for the words around the code
 * @param to an e-mail address or a number in E.164, as the way has it
 * @param link what to open instead of typing the code; only where it is to sign in
 * @param goodUntil when it is of no more use, and must not leave any more
 */
public record Parcel(
        AccountId accountId,
        OrganizationId organizationId,
        String organization,
        CodePurpose purpose,
        String to,
        Locale language,
        String code,
        Optional<String> link,
        Instant goodUntil) {

    @Override
    public String toString() {
        return "Parcel[" + accountId + "]";
    }
}
