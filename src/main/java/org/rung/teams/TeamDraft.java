package org.rung.teams;

import java.util.Set;
import org.rung.common.MemberId;
import org.rung.common.Problem;

/**
 * What a team is to be.
 *
 * @param name at most 80 characters, and no other team's
 */
public record TeamDraft(String name, Set<MemberId> leads, Set<MemberId> members) {
    public static final int LONGEST = 80;

    public TeamDraft {
        name = checked(name);
        leads = Set.copyOf(leads);
        members = Set.copyOf(members);
    }

    static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) throw new Problem.Invalid("name", "problem.team-nameless");
        if (stripped.length() > LONGEST) throw new Problem.Invalid("name", "problem.too-long", LONGEST);
        return stripped;
    }
}
