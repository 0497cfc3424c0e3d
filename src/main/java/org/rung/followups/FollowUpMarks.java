package org.rung.followups;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.rung.common.OrganizationId;
import org.rung.common.Sentence;
import org.rung.texting.ConversationId;
import org.rung.texting.RowMark;
import org.springframework.stereotype.Component;

/** Beside what came back in a list: that it did, and why. */
@Component
class FollowUpMarks implements RowMark {
    private final FollowUpStore store;

    FollowUpMarks(FollowUpStore store) {
        this.store = store;
    }

    @Override
    public Map<ConversationId, Sentence> of(OrganizationId organizationId, Collection<ConversationId> conversations) {
        return store.live(organizationId, conversations).stream()
                .filter(FollowUp::back)
                .collect(Collectors.toMap(FollowUp::conversationId, FollowUpMarks::words));
    }

    private static Sentence words(FollowUp back) {
        return back.note().isEmpty() ? Sentence.of("followups.back") : Sentence.of("followups.back.why", back.note());
    }
}
