package org.rung.accounts;

import java.util.Optional;
import org.rung.common.PhoneNumber;

/**
 * A person who signs in, whatever organizations they belong to.
 *
 * @param mobile only once they have proved it
 */
public record Account(
        AccountId accountId, String email, String name, Optional<String> language, Optional<PhoneNumber> mobile) {}
