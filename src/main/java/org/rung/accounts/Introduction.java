package org.rung.accounts;

import java.util.Optional;

/**
 * What somebody typed to say who they are.
 *
 * @param key the same however it was written; known or not
 * @param accountId whose it is
 * @param target where to reach them, as the account has it
 */
public record Introduction(Way way, String key, Optional<AccountId> accountId, Optional<String> target) {
    @Override
    public String toString() {
        return "Introduction[" + way + "]";
    }
}
