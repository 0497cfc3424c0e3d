package org.rung.review;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words that an organization watches for in what its texters write. All of it needs RUN_CAMPAIGNS; changes are written down. */
@Service
public class WatchedWords {
    public static final int MOST = 300;
    public static final int LONGEST = 80;

    private final WatchedWordStore store;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    WatchedWords(WatchedWordStore store, AuditLog audit, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** By the alphabet; at most 300. */
    @Transactional(readOnly = true)
    public List<WatchedWord> all(Actor actor) {
        actor.must(Permission.RUN_CAMPAIGNS);
        return store.all(actor.organization());
    }

    /**
     * @param phrase 1 to 80 characters, with at least one letter or digit
     * @throws Problem.Conflict when the list has it, however it is written
     */
    @Transactional
    public WatchedWord add(Actor actor, String phrase, Strength strength) {
        actor.must(Permission.RUN_CAMPAIGNS);
        String written = phrase.strip();
        if (written.length() > LONGEST) throw new Problem.Invalid("word", "problem.too-long", LONGEST);
        String folded = Watchlist.folded(written);
        if (folded.isEmpty() || folded.length() > LONGEST) throw new Problem.Invalid("word", "problem.word-empty");
        if (store.all(actor.organization()).size() >= MOST) throw new Problem.Conflict("problem.words-full", MOST);
        var word = new WatchedWord(new WatchedWordId(Id.next()), written, strength);
        if (!store.add(actor, word, folded, clock.instant())) throw new Problem.Conflict("problem.word-there");
        changed(actor, "word.added", Optional.of(word.watchedWordId()), strength.name());
        return word;
    }

    @Transactional
    public void change(Actor actor, WatchedWordId id, Strength strength) {
        actor.must(Permission.RUN_CAMPAIGNS);
        if (!store.change(actor.organization(), id, strength)) throw new Problem.Missing("word", id);
        changed(actor, "word.changed", Optional.of(id), strength.name());
    }

    @Transactional
    public void remove(Actor actor, WatchedWordId id) {
        actor.must(Permission.RUN_CAMPAIGNS);
        if (!store.remove(actor.organization(), id)) throw new Problem.Missing("word", id);
        changed(actor, "word.removed", Optional.of(id), "");
    }

    /** What becomes of slurs and threats that Rung knows itself; empty where they are let through. */
    @Transactional(readOnly = true)
    public Optional<Strength> slurs(Actor actor) {
        actor.must(Permission.RUN_CAMPAIGNS);
        return store.slurs(actor.organization());
    }

    @Transactional
    public void slurs(Actor actor, Optional<Strength> strength) {
        actor.must(Permission.RUN_CAMPAIGNS);
        store.slurs(actor.organization(), strength);
        changed(
                actor,
                "slurs.changed",
                Optional.empty(),
                strength.map(Strength::name).orElse("OFF"));
    }

    private void changed(Actor actor, String verb, Optional<WatchedWordId> which, String detail) {
        audit.add(actor, verb, "word", which.map(WatchedWordId::value), detail);
        announce.publishEvent(new WatchedWordsChanged(actor.organization()));
    }
}
