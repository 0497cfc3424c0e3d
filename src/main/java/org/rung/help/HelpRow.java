package org.rung.help;

import java.util.Map;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.teams.TeamId;
import org.rung.texting.ConversationRow;

/** A request in a list: whose conversation it is, and who asks, is asked (a member or a team), has taken it or settled it, by name. */
public record HelpRow(
        HelpRequest request,
        ConversationRow conversation,
        String asker,
        Optional<String> to,
        Optional<String> taker,
        Optional<String> settler) {

    static HelpRow of(
            HelpRequest request, ConversationRow conversation, Map<MemberId, String> names, Map<TeamId, String> teams) {
        return new HelpRow(
                request,
                conversation,
                names.getOrDefault(request.askedBy(), ""),
                request.to()
                        .member()
                        .map(who -> names.getOrDefault(who, ""))
                        .or(() -> request.to().team().map(team -> teams.getOrDefault(team, ""))),
                request.takenBy().map(who -> names.getOrDefault(who, "")),
                request.settledBy().map(who -> names.getOrDefault(who, "")));
    }
}
