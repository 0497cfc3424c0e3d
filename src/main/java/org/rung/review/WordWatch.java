package org.rung.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.texting.Objection;
import org.rung.texting.SendWatch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Looks at every text that a texter wrote, before it goes: from memory, which on other servers is some seconds old. */
@Component
class WordWatch implements SendWatch {
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final WatchedWordStore words;
    private final FlaggedTextStore flagged;
    private final Cache<OrganizationId, Watchlist> lists =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

    WordWatch(WatchedWordStore words, FlaggedTextStore flagged) {
        this.words = words;
        this.flagged = flagged;
    }

    @Override
    public Optional<Objection> against(OrganizationId here, String text) {
        return Objects.requireNonNull(lists.get(here, words::list)).against(text);
    }

    @Override
    public void stored(OrganizationId here, MessageId message, Optional<MemberId> author, Objection objection) {
        flagged.add(here, message, author, objection.word(), objection.hold() ? Found.HELD : Found.WARNED);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(WatchedWordsChanged list) {
        lists.invalidate(list.organizationId());
    }
}
