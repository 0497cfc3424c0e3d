package org.rung.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.people.TagId;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All texts of an organization, searched. Needs RUN_CAMPAIGNS; looking for a number needs SEE_NUMBERS as well. */
@Service
public class Reviews {
    /** Texts looked at for one page: what is rarer than that goes on with the next one. */
    static final int MOST_LOOKED_AT = 20_000;

    private static final int AT_ONCE = 400;
    /** A key that leads to more conversations than these is slower than going through the index. */
    private static final int FEW = 3_000;

    private final SegmentStore segments;
    private final CandidateStore candidates;
    private final ReviewStore store;

    Reviews(SegmentStore segments, CandidateStore candidates, ReviewStore store) {
        this.segments = segments;
        this.candidates = candidates;
        this.store = store;
    }

    /**
     * Newest first; a text can be found some ten seconds after it was stored. A page may be shorter than asked for, or
     * empty, and still have a next: then so many texts were looked through, and the next page goes on behind them.
     */
    @Transactional(readOnly = true)
    public Page<ReviewRow> search(Actor actor, ReviewFilter filter, Page.Wanted wanted) {
        actor.must(Permission.RUN_CAMPAIGNS);
        if (filter.number().isPresent()) actor.must(Permission.SEE_NUMBERS);
        OrganizationId here = actor.organization();
        Spot spot = Spot.read(wanted.after());
        Optional<TagId> tag = filter.tag().flatMap(name -> candidates.tag(here, name));
        if (filter.tag().isPresent() && tag.isEmpty()) return new Page<>(List.of(), Optional.empty());
        Wording wording = Wording.of(filter.words());
        Candidates some = candidates(here, filter, wording, tag, spot);
        List<ReviewRow> rows = new ArrayList<>();
        int looked = 0;
        while (looked < MOST_LOOKED_AT) {
            // First about as many as are shown, then more: mostly all of them are what was asked for.
            List<Spot> next = some.after(spot, looked == 0 ? Math.min(AT_ONCE, wanted.size() + 20) : AT_ONCE);
            if (next.isEmpty()) return new Page<>(rows, Optional.empty());
            Map<Long, ReviewRow> found =
                    store.among(here, next.stream().map(Spot::message).toList(), filter, tag);
            for (Spot one : next) {
                ReviewRow row = found.get(one.message());
                spot = one;
                if (row != null && wording.in(row.words()) && theirs(some, filter, row)) {
                    rows.add(row);
                    if (rows.size() == wanted.size()) return new Page<>(rows, Optional.of(spot.text()));
                }
            }
            looked += next.size();
        }
        return new Page<>(rows, Optional.of(spot.text()));
    }

    /** The index knows whose a text was when it came in; on other ways it is whose it is now. */
    private static boolean theirs(Candidates way, ReviewFilter filter, ReviewRow row) {
        return way instanceof IndexCandidates
                || filter.texter().isEmpty()
                || filter.texter().equals(row.texter());
    }

    /** The key that leads to the fewest texts: a number, what was flagged, what failed, few conversations; else the index. */
    private Candidates candidates(
            OrganizationId here, ReviewFilter filter, Wording wording, Optional<TagId> tag, Spot start) {
        if (filter.number().isPresent()) {
            return new KeyCandidates(
                    (before, most) -> candidates.exchanged(here, filter.number().get(), before, most));
        }
        if (filter.flagged()) return new KeyCandidates((before, most) -> candidates.flagged(here, before, most));
        if (filter.failure().isPresent()) {
            Optional<String> code = filter.failure().filter(one -> !one.equals(ReviewFilter.ANY_FAILURE));
            return new KeyCandidates((before, most) -> candidates.failed(here, code, before, most));
        }
        if (filter.noCampaign()) {
            List<Long> texts = candidates.strangers(here, start.message(), MOST_LOOKED_AT + 1);
            // So many are better looked through by their words.
            if (texts.size() <= MOST_LOOKED_AT) return all(texts);
        }
        return (filter.noCampaign() ? Optional.<List<ConversationId>>empty() : few(here, filter, tag))
                .<Candidates>map(conversations -> all(candidates.of(conversations, start.message(), MOST_LOOKED_AT)))
                .orElseGet(() -> new IndexCandidates(segments, here, marks(filter, wording), start));
    }

    /** Sorted once: asked anew for each look, the database would sort them all each time. */
    private static Candidates all(List<Long> texts) {
        return new KeyCandidates((before, most) ->
                texts.stream().filter(id -> id < before).limit(most).toList());
    }

    private Optional<List<ConversationId>> few(OrganizationId here, ReviewFilter filter, Optional<TagId> tag) {
        return tag.map(one -> candidates.tagged(here, one, filter.campaign(), FEW + 1))
                .filter(Reviews::few)
                .or(() -> filter.answer()
                        .map(answer ->
                                candidates.answered(here, filter.campaign().orElseThrow(), answer, FEW + 1))
                        .filter(Reviews::few))
                .or(() -> filter.state()
                        .filter(ConversationState.NEEDS_RESPONSE::equals)
                        .map(any -> candidates.waiting(here, filter.campaign(), FEW + 1))
                        .filter(Reviews::few));
    }

    private static boolean few(List<ConversationId> conversations) {
        return conversations.size() <= FEW;
    }

    private static Set<Long> marks(ReviewFilter filter, Wording wording) {
        Set<Long> marks = new HashSet<>();
        wording.words().forEach(word -> marks.add(Marks.word(word)));
        filter.campaign().ifPresent(campaign -> marks.add(Marks.campaign(campaign)));
        filter.texter().ifPresent(texter -> marks.add(Marks.texter(texter)));
        filter.direction().ifPresent(way -> marks.add(Marks.direction(way)));
        return marks;
    }
}
