package org.rung.giving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people gave. Whoever writes or reads it needs SEE_GIVING. Amounts are whole numbers of a currency's smallest unit,
 * and those of two currencies are never added up.
 */
@Service
public class Gifts {
    static final int MOST = 1_000;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    private static final Duration OLDEST = Duration.ofDays(20 * 365 + 5);
    private static final int STREAMED = 1_000;

    private final GiftStore store;
    private final LedgerStore ledger;
    private final Books books;
    private final Following following;
    private final Givers givers;
    private final Supporters supporters;
    private final AuditLog audit;
    private final Clock clock;

    Gifts(
            GiftStore store,
            LedgerStore ledger,
            Books books,
            Following following,
            Givers givers,
            Supporters supporters,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.books = books;
        this.following = following;
        this.givers = givers;
        this.supporters = supporters;
        this.audit = audit;
        this.clock = clock;
    }

    /** As {@link #recordAll} for one. */
    @Transactional
    public GiftId record(Actor actor, GiftDraft draft) {
        return recordAll(actor, List.of(draft)).getFirst().giftId();
    }

    /**
     * At most 1,000, set-based; one answer per draft, in their order. Who gave is looked for by number, then by e-mail
     * and name, where the draft does not name a supporter; whoever is not found for certain waits among the unmatched.
     *
     * @throws Problem.Invalid for a time in the future or more than 20 years ago
     * @throws Problem.Missing when a supporter is not of this organization
     */
    @Transactional
    public List<GiftWritten> recordAll(Actor actor, List<GiftDraft> drafts) {
        actor.must(Permission.SEE_GIVING);
        if (drafts.size() > MOST) throw new Problem.Invalid("gifts", "problem.at-once", MOST);
        Instant now = now();
        for (GiftDraft draft : drafts) {
            mustBe(draft.givenAt(), now);
            draft.back().ifPresent(back -> mustBe(back.happenedAt(), now));
        }
        List<SupporterId> named = drafts.stream()
                .flatMap(draft -> draft.supporterId().stream())
                .distinct()
                .toList();
        var ours = supporters.ours(actor.organization(), named);
        for (SupporterId who : named) if (!ours.contains(who)) throw new Problem.Missing("supporter", who);
        return books.write(actor, givers.find(actor.organization(), drafts), now);
    }

    /**
     * Something became of it. More than is left of it cannot go, and no more can come again than went.
     *
     * @throws Problem.Invalid when it is too much
     */
    @Transactional
    public void became(Actor actor, GiftId giftId, Back back) {
        actor.must(Permission.SEE_GIVING);
        mustBe(back.happenedAt(), now());
        HeldGift gift = held(actor, giftId);
        if (!books.became(actor, gift, back, now())) return;
        if (actor.id().isPresent())
            audit.add(
                    actor,
                    "gift.changed",
                    "gift",
                    Optional.of(giftId.value()),
                    back.kind().name());
    }

    /** Now we know who gave it; or, without anybody, that it was not who we thought. */
    @Transactional
    public void assign(Actor actor, GiftId giftId, Optional<SupporterId> who) {
        actor.must(Permission.SEE_GIVING);
        who.ifPresent(id -> supporters.mustBeOurs(actor.organization(), id));
        HeldGift gift = held(actor, giftId);
        if (gift.supporterId().equals(who)) return;
        if (gift.erased()) throw new Problem.Conflict("problem.gift-erased");
        following.follow(actor.organization(), List.of(gift.of(Optional.empty())));
        ledger.assign(actor.organization(), giftId, who);
        HeldGift free = held(actor, giftId);
        following.follow(actor.organization(), List.of(free));
        var which = Optional.of(giftId.value());
        String whose =
                who.or(gift::supporterId).map(id -> "supporter " + id.text()).orElse("");
        if (who.isPresent()) audit.add(actor, "gift.matched", "gift", which, whose);
        else audit.add(actor, "gift.unmatched", "gift", which, whose);
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public Page<GiftRow> page(Actor actor, GiftFilter filter, Page.Wanted wanted) {
        actor.must(Permission.SEE_GIVING);
        var after = wanted.after().map(Page.Place::read);
        List<GiftRow> rows = store.page(actor.organization(), filter, after, wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        List<GiftRow> shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(shown.getLast().place().text()));
    }

    /** By currency; none for no gifts. */
    @Transactional(readOnly = true)
    public List<GiftTotal> totals(Actor actor, GiftFilter filter) {
        actor.must(Permission.SEE_GIVING);
        return store.totals(actor.organization(), filter);
    }

    /** How many, counted up to that many. */
    @Transactional(readOnly = true)
    public int count(Actor actor, GiftFilter filter, int most) {
        actor.must(Permission.SEE_GIVING);
        return store.count(actor.organization(), filter, most);
    }

    @Transactional(readOnly = true)
    public GiftRow get(Actor actor, GiftId giftId) {
        actor.must(Permission.SEE_GIVING);
        return store.find(actor.organization(), giftId).orElseThrow(() -> new Problem.Missing("gift", giftId));
    }

    /** Every line of its ledger, as it happened. */
    @Transactional(readOnly = true)
    public List<GiftEntry> entries(Actor actor, GiftId giftId) {
        actor.must(Permission.SEE_GIVING);
        return store.entries(actor.organization(), giftId);
    }

    /** Hands out every gift, a page at a time, never all of them in memory; for whoever may export. Goes to the audit log. */
    public void each(Actor actor, GiftFilter filter, Consumer<GiftRow> row) {
        actor.must(Permission.EXPORT);
        actor.must(Permission.SEE_GIVING);
        audit.add(
                actor,
                "gifts.exported",
                "organization",
                Optional.of(actor.organization().value()),
                "");
        Optional<String> after = Optional.empty();
        do {
            Page<GiftRow> page = page(actor, filter, new Page.Wanted(after, STREAMED));
            page.rows().forEach(row);
            after = page.next();
        } while (after.isPresent());
    }

    private HeldGift held(Actor actor, GiftId giftId) {
        return Optional.ofNullable(
                        ledger.hold(actor.organization(), List.of(giftId)).get(giftId))
                .orElseThrow(() -> new Problem.Missing("gift", giftId));
    }

    private static void mustBe(Instant at, Instant now) {
        if (at.isAfter(now.plus(CLOCKS_DIFFER))) throw new Problem.Invalid("day", "problem.gift-future");
        if (at.isBefore(now.minus(OLDEST))) throw new Problem.Invalid("day", "problem.long-ago");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
