package org.rung.help;

import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.teams.TeamId;

/** Whom a request for help asks. */
public sealed interface Whom {
    Whom ANYONE = new Anyone();

    static Whom of(Optional<MemberId> member, Optional<TeamId> team) {
        return team.<Whom>map(OneTeam::new).or(() -> member.map(OneMember::new)).orElse(ANYONE);
    }

    default Optional<MemberId> member() {
        return this instanceof OneMember one ? Optional.of(one.who()) : Optional.empty();
    }

    default Optional<TeamId> team() {
        return this instanceof OneTeam one ? Optional.of(one.which()) : Optional.empty();
    }

    /** Whoever sees all conversations. */
    record Anyone() implements Whom {}

    record OneMember(MemberId who) implements Whom {}

    /** Its leads. */
    record OneTeam(TeamId which) implements Whom {}
}
