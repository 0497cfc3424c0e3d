package org.rung.accounts;

import java.util.Optional;
import java.util.Set;
import org.rung.common.MemberId;
import org.rung.common.Permission;

/**
 * Which members somebody looks for.
 *
 * @param words in their name or e-mail; everyone for none
 * @param may only those who may do this and are not suspended
 * @param without nobody of these
 */
public record MemberFilter(String words, Optional<Permission> may, Set<MemberId> without) {
    public MemberFilter {
        words = words.strip();
        without = Set.copyOf(without);
    }

    public static MemberFilter of(String words) {
        return new MemberFilter(words, Optional.empty(), Set.of());
    }

    public static MemberFilter whoMay(Permission permission, Set<MemberId> without, String words) {
        return new MemberFilter(words, Optional.of(permission), without);
    }
}
