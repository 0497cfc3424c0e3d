package org.rung.rsvps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventStory;
import org.rung.merging.MergeDraft;
import org.rung.merging.Merges;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

/** Guests who turn out to be one. */
class MergedGuestsTest extends EventStory {
    @Autowired
    Merges merges;

    @Test
    void what_either_said_is_the_kept_ones_and_goes_back_when_they_are_two_again() {
        Event both = meeting();
        Event one = published(EventDraft.of("Other", ZONE, LIBRARY, List.of(shift(4, Optional.empty()))));
        SupporterId kept = person("Ana");
        SupporterId gone = person("Anna");
        comes(kept, both);
        Rsvp twice = comes(gone, both);
        Rsvp alone = comes(gone, one);
        hosts.add(ora, both.eventId(), kept);
        hosts.add(ora, both.eventId(), gone);

        var merge = merges.merge(ora, new MergeDraft(kept, gone, Map.of(), Map.of()));
        assertThat(now(alone).supporterId()).isEqualTo(kept);
        assertThat(rsvps.countsOf(here.organizationId(), List.of(both.eventId()))
                        .get(both.eventId())
                        .seated())
                .isEqualTo(1);
        assertThat(hosts.of(ora, both.eventId())).hasSize(1);

        merges.undo(ora, merge);
        assertThat(now(alone).supporterId()).isEqualTo(gone);
        assertThat(rsvps.byToken(twice.token())).map(Rsvp::supporterId).contains(gone);
        assertThat(hosts.of(ora, both.eventId())).hasSize(2);
    }
}
