package org.rung.api;

import org.jspecify.annotations.Nullable;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Problem;
import org.springframework.stereotype.Component;

/** Finds members by what other programs know of them: our id, or their e-mail address. */
@Component
class Texters {
    private final Members members;

    Texters(Members members) {
        this.members = members;
    }

    /** @throws Problem.Invalid naming the field when nobody here has that id or address */
    MemberId find(Actor actor, String field, @Nullable String text) {
        var said = Given.need(field, text).strip();
        return (said.contains("@")
                        ? members.find(actor, said)
                        : members.find(actor, new MemberId(Id.parse(field, said))))
                .map(Member::memberId)
                .orElseThrow(() -> new Problem.Invalid(field, "problem.no-such-member"));
    }
}
