package org.rung.accounts;

/** Announced in the transaction that gives an account another password: it is signed out everywhere. */
public record PasswordChanged(AccountId accountId) {}
