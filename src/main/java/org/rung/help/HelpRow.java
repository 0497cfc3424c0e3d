package org.rung.help;

import java.util.Map;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.texting.ConversationRow;

/** A request in a list: whose conversation it is, and who asks, is asked, has taken it or settled it, by name. */
public record HelpRow(
        HelpRequest request,
        ConversationRow conversation,
        String asker,
        Optional<String> to,
        Optional<String> taker,
        Optional<String> settler) {

    static HelpRow of(HelpRequest request, ConversationRow conversation, Map<MemberId, String> names) {
        return new HelpRow(
                request,
                conversation,
                names.getOrDefault(request.askedBy(), ""),
                request.to().map(who -> names.getOrDefault(who, "")),
                request.takenBy().map(who -> names.getOrDefault(who, "")),
                request.settledBy().map(who -> names.getOrDefault(who, "")));
    }
}
