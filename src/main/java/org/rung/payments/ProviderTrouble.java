package org.rung.payments;

import org.rung.common.Problem;

/** The provider did not do it. It carries no words of the provider's: they may hold an address or a key. */
public class ProviderTrouble extends RuntimeException {
    private final Trouble trouble;

    public ProviderTrouble(Trouble trouble) {
        super(trouble.name(), null, false, false);
        this.trouble = trouble;
    }

    /** For whoever asked for a change, which did not happen. */
    Problem.Conflict conflict() {
        String key = "problem.standing-away." + trouble;
        return new Problem.Conflict(key);
    }

    public Trouble trouble() {
        return trouble;
    }
}
