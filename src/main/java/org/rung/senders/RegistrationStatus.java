package org.rung.senders;

/** How far a registration with the carriers is, as an admin has it from the provider. */
public enum RegistrationStatus {
    UNKNOWN,
    PENDING,
    APPROVED,
    SUSPENDED,
    REJECTED
}
