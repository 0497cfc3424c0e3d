package org.rung.accounts.devices;

import java.util.Optional;
import org.rung.accounts.AccountId;
import org.rung.accounts.DeviceId;

/** What became of what a browser kept. */
public sealed interface Recalled {
    /** @param next what it is to keep from now on; none where another of its requests just got it */
    record Known(AccountId accountId, DeviceId deviceId, Optional<String> next) implements Recalled {
        @Override
        public String toString() {
            return "Known[" + accountId + "]";
        }
    }

    /** Never given, ended since, or over. */
    record Unknown() implements Recalled {}

    /** Given once, and used since by somebody else: who of the two is the thief cannot be told, so both are out. */
    record Stolen() implements Recalled {}
}
