package org.rung.consent;

/** What a line of the suppression ledger says happened. */
public enum SuppressionChange {
    ADDED,
    LIFTED
}
