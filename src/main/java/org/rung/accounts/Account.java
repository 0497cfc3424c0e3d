package org.rung.accounts;

import java.util.Optional;

/** A person who signs in, whatever organizations they belong to. */
public record Account(AccountId accountId, String email, String name, Optional<String> language) {}
