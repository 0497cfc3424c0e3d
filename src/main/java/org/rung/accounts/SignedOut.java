package org.rung.accounts;

import java.util.Optional;

/** Announced in the transaction that ends what an account is signed in with: on one device, or everywhere. */
public record SignedOut(AccountId accountId, Optional<DeviceId> deviceId) {}
