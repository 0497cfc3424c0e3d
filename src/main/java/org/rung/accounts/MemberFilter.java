package org.rung.accounts;

import java.util.Optional;
import java.util.Set;
import org.rung.common.MemberId;
import org.rung.common.Permission;

/**
 * Which members somebody looks for.
 *
 * @param words in their name or e-mail; everyone for none
 * @param may only those who may do this
 * @param without nobody of these
 * @param working nobody who is suspended
 */
public record MemberFilter(String words, Optional<Permission> may, Set<MemberId> without, boolean working) {
    public MemberFilter {
        words = words.strip();
        without = Set.copyOf(without);
    }

    public static MemberFilter of(String words) {
        return new MemberFilter(words, Optional.empty(), Set.of(), false);
    }

    public static MemberFilter whoMay(Permission permission, Set<MemberId> without, String words) {
        return new MemberFilter(words, Optional.of(permission), without, true);
    }

    /** Whatever they may do, as long as they may do it. */
    public static MemberFilter working(Set<MemberId> without, String words) {
        return new MemberFilter(words, Optional.empty(), without, true);
    }
}
