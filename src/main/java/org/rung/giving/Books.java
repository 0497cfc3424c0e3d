package org.rung.giving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.giving.GiftWritten.Outcome;
import org.springframework.stereotype.Component;

/** Writes the ledger: whatever is told twice is written once, and in whatever order it is told the sums are the same. */
@Component
class Books {
    private final LedgerStore store;
    private final Following following;

    Books(LedgerStore store, Following following) {
        this.store = store;
        this.following = following;
    }

    List<GiftWritten> write(Actor actor, List<GiftDraft> drafts, Instant now) {
        if (drafts.isEmpty()) return List.of();
        List<LedgerStore.NewGift> offered = new ArrayList<>();
        Map<String, GiftId> first = new HashMap<>();
        for (GiftDraft draft : drafts) {
            GiftId id = new GiftId(Id.next());
            if (draft.onceKey().map(key -> first.putIfAbsent(key, id) == null).orElse(true))
                offered.add(new LedgerStore.NewGift(id, draft));
        }
        store.add(actor, offered, now);
        Map<String, GiftId> stored = store.byOnceKey(actor.organization(), first.keySet());
        Set<GiftId> added = offered.stream()
                .filter(gift -> gift.draft()
                        .onceKey()
                        .map(key -> gift.giftId().equals(stored.get(key)))
                        .orElse(true))
                .map(LedgerStore.NewGift::giftId)
                .collect(Collectors.toSet());
        List<GiftId> ids = ids(drafts, offered, stored);
        Writing writing = new Writing(store.hold(actor.organization(), ids), known(actor, drafts));
        offered.stream()
                .filter(gift -> added.contains(gift.giftId()))
                .forEach(gift -> writing.came(gift.giftId(), gift.draft()));
        List<GiftWritten> written = new ArrayList<>();
        Set<GiftId> told = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            GiftId id = ids.get(i);
            boolean fresh = added.contains(id) && told.add(id);
            written.add(new GiftWritten(id, writing.tell(id, drafts.get(i), fresh)));
        }
        store.write(actor, writing.entries, now);
        store.sum(actor.organization(), writing.changed());
        following.follow(actor.organization(), writing.touched());
        return written;
    }

    private static List<GiftId> ids(
            List<GiftDraft> drafts, List<LedgerStore.NewGift> offered, Map<String, GiftId> stored) {
        var unkeyed = offered.stream()
                .filter(gift -> gift.draft().onceKey().isEmpty())
                .map(LedgerStore.NewGift::giftId)
                .iterator();
        return drafts.stream()
                .map(draft -> draft.onceKey()
                        .map(key -> Optional.ofNullable(stored.get(key)).orElseThrow())
                        .orElseGet(unkeyed::next))
                .toList();
    }

    private Collection<String> known(Actor actor, List<GiftDraft> drafts) {
        return store.entryKeys(
                actor.organization(),
                drafts.stream()
                        .flatMap(draft -> draft.back().stream())
                        .flatMap(back -> back.onceKey().stream())
                        .toList());
    }

    /** False when the ledger has it already. */
    boolean became(Actor actor, HeldGift gift, Back back, Instant now) {
        var keys = back.onceKey().map(List::of).orElse(List.of());
        if (!store.entryKeys(actor.organization(), keys).isEmpty()) return false;
        if (!gift.takes(back.kind(), back.minor())) {
            throw back.kind().goes()
                    ? new Problem.Invalid("amount", "problem.gift-too-much", text(gift.keptMinor(), gift))
                    : new Problem.Invalid("amount", "problem.gift-too-much-again", text(gift.backMinor(), gift));
        }
        HeldGift after = gift.after(back.kind(), back.minor());
        store.write(actor, List.of(entry(gift.giftId(), back)), now);
        store.sum(actor.organization(), List.of(after));
        following.follow(actor.organization(), List.of(after));
        return true;
    }

    private static String text(long minor, HeldGift gift) {
        return MoneyText.decimal(minor, gift.currency()).toPlainString() + " " + gift.currency();
    }

    private static LedgerStore.NewEntry entry(GiftId giftId, Back back) {
        return new LedgerStore.NewEntry(
                giftId, back.kind(), back.minor(), back.happenedAt(), back.reason(), back.onceKey());
    }

    /** A batch while it is told. */
    private static final class Writing {
        final List<LedgerStore.NewEntry> entries = new ArrayList<>();
        private final Map<GiftId, HeldGift> held;
        private final Set<String> known;
        private final Set<GiftId> touched = new HashSet<>();
        private final Map<GiftId, HeldGift> changed = new LinkedHashMap<>();

        Writing(Map<GiftId, HeldGift> held, Collection<String> known) {
            this.held = new HashMap<>(held);
            this.known = new HashSet<>(known);
        }

        void came(GiftId id, GiftDraft draft) {
            touched.add(id);
            entries.add(new LedgerStore.NewEntry(
                    id,
                    EntryKind.GIVEN,
                    draft.amount().minor(),
                    draft.givenAt(),
                    "",
                    draft.onceKey().map(key -> "gift:" + id.text())));
        }

        Outcome tell(GiftId id, GiftDraft draft, boolean fresh) {
            HeldGift gift = held(id);
            if (!gift.currency().equals(draft.amount().currency())
                    || gift.givenMinor() != draft.amount().minor()) return Outcome.DIFFERS;
            Outcome outcome =
                    fresh ? gift.supporterId().isPresent() ? Outcome.ADDED : Outcome.ADDED_UNMATCHED : Outcome.KNOWN;
            if (draft.back().isEmpty()) return outcome;
            Back back = draft.back().get();
            if (back.onceKey().isPresent() && !known.add(back.onceKey().get())) return outcome;
            if (!gift.takes(back.kind(), back.minor())) return Outcome.DIFFERS;
            entries.add(entry(id, back));
            HeldGift after = gift.after(back.kind(), back.minor());
            held.put(id, after);
            changed.put(id, after);
            touched.add(id);
            return fresh ? outcome : Outcome.WENT_BACK;
        }

        private HeldGift held(GiftId id) {
            return Optional.ofNullable(held.get(id)).orElseThrow();
        }

        Collection<HeldGift> changed() {
            return changed.values();
        }

        List<HeldGift> touched() {
            return touched.stream().map(this::held).toList();
        }
    }
}
