package org.rung.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells admins and organizers what went wrong and what they can do; a trouble that goes on is one notice with a count. */
@Service
public class Notices {
    private static final Pattern KIND = Pattern.compile("[a-z-]{3,24}");

    private final NoticeStore store;
    private final LetterStore letters;
    private final Post post;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Notices(NoticeStore store, LetterStore letters, Post post, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.post = post;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Without roles, for the rooms above, in the running transaction. While the same kind and subject is open, this adds to
     * its count and takes the newer sentence; it is neither mailed again nor unread again.
     *
     * @param kind such as {@code sender-paused}
     * @param subject which of its kind, at most 40 characters: an id, a code; never anything of a person
     * @param sentence without personal data: it is sent by e-mail; key and arguments at most 600 characters
     * @param link the path of the screen where something can be done
     * @return true when this is news
     */
    @Transactional
    public boolean tell(
            OrganizationId organizationId, String kind, String subject, Sentence sentence, Optional<String> link) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("The kind of a notice is small letters and hyphens: " + kind);
        }
        var now = clock.instant();
        if (store.again(organizationId, kind, subject, sentence.text(), now)) return false;
        var noticeId = new NoticeId(Id.next());
        if (!store.add(organizationId, noticeId, kind, subject, sentence.text(), link, now)) {
            // Another server told it in this moment.
            store.again(organizationId, kind, subject, sentence.text(), now);
            return false;
        }
        if (post.ready()) letters.write(organizationId, noticeId, now);
        announce.publishEvent(new NoticesChanged(organizationId, Optional.empty()));
        return true;
    }

    /** Without roles: the trouble is over; nothing when there was none. */
    @Transactional
    public void over(OrganizationId organizationId, String kind, String subject) {
        if (store.settle(organizationId, kind, subject, clock.instant())) {
            announce.publishEvent(new NoticesChanged(organizationId, Optional.empty()));
        }
    }

    /** Without roles: all of its kind are over. */
    @Transactional
    public void over(OrganizationId organizationId, String kind) {
        if (store.settle(organizationId, kind, clock.instant())) {
            announce.publishEvent(new NoticesChanged(organizationId, Optional.empty()));
        }
    }

    /** Without roles, for what is looked at again and again: whether it is open, or was told since and settled. */
    @Transactional(readOnly = true)
    public boolean told(OrganizationId organizationId, String kind, String subject, Instant since) {
        return store.told(organizationId, kind, subject, since);
    }

    /** Without roles: where any of its kind is open. */
    @Transactional(readOnly = true)
    public Set<OrganizationId> open(String kind) {
        return store.open(kind);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Notice> page(Actor.Member actor, Page.Wanted wanted) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var after = wanted.after().map(text -> new NoticeId(Id.parse("cursor", text)));
        var rows = store.page(actor.organization(), actor.memberId(), after, wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        var shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(shown.getLast().noticeId().text()));
    }

    /** Open and not yet read by the actor, newest first; nothing for those who are not told. */
    @Transactional(readOnly = true)
    public List<Notice> unread(Actor.Member actor, int most) {
        return actor.may(Permission.RUN_CAMPAIGNS)
                ? store.unread(actor.organization(), actor.memberId(), most)
                : List.of();
    }

    /** How many are open and unread, for each of these members who has any. */
    @Transactional(readOnly = true)
    public Map<MemberId, Integer> unread(OrganizationId organizationId, Collection<MemberId> members) {
        return members.isEmpty() ? Map.of() : store.unread(organizationId, members);
    }

    /** By the actor; everyone else still finds it unread. */
    @Transactional
    public void read(Actor.Member actor, NoticeId noticeId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        if (!store.has(actor.organization(), noticeId)) throw new Problem.Missing("notice", noticeId);
        store.read(actor.memberId(), noticeId, clock.instant());
        announce.publishEvent(new NoticesChanged(actor.organization(), Optional.of(actor.memberId())));
    }

    /** All that are open now. */
    @Transactional
    public void readAll(Actor.Member actor) {
        actor.must(Permission.RUN_CAMPAIGNS);
        store.readOpen(actor.organization(), actor.memberId(), clock.instant());
        announce.publishEvent(new NoticesChanged(actor.organization(), Optional.of(actor.memberId())));
    }

    /** For everyone: somebody has seen to it. Settling a settled one is no fault. */
    @Transactional
    public void settle(Actor.Member actor, NoticeId noticeId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        if (!store.has(actor.organization(), noticeId)) throw new Problem.Missing("notice", noticeId);
        store.settle(actor.organization(), noticeId, clock.instant());
        announce.publishEvent(new NoticesChanged(actor.organization(), Optional.empty()));
    }
}
