package org.rung.accounts;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was seen, exported or changed; append-only. */
@Service
public class AuditLog {
    private static final Pattern VERB = Pattern.compile("[a-z-]+\\.[a-z-]+");

    private final AuditStore store;
    private final MemberStore members;
    private final Clock clock;

    AuditLog(AuditStore store, MemberStore members, Clock clock) {
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    /**
     * Adds one line in the running transaction.
     *
     * @param verb the thing, a dot, what happened to it: {@code number.revealed}; in words under {@code audit.} and the verb
     * @param detail at most 2,000 characters, without personal data
     */
    @Transactional
    public void add(Actor actor, String verb, String subjectKind, Optional<Long> subjectId, String detail) {
        if (!VERB.matcher(verb).matches()) {
            throw new IllegalArgumentException("An audit verb is a thing, a dot and what happened: " + verb);
        }
        store.insert(Id.next(), actor, verb, subjectKind, subjectId, detail, Optional.empty(), clock.instant());
    }

    /**
     * As the other one, with what stood before and after; nothing where nothing changed.
     *
     * @param changes without numbers, texts, keys or other personal data
     */
    @Transactional
    public void add(Actor actor, String verb, String subjectKind, Optional<Long> subjectId, Changes changes) {
        if (changes.none()) return;
        if (!VERB.matcher(verb).matches()) {
            throw new IllegalArgumentException("An audit verb is a thing, a dot and what happened: " + verb);
        }
        store.insert(Id.next(), actor, verb, subjectKind, subjectId, "", Optional.of(changes), clock.instant());
    }

    /** One line about a person's own account, by themselves, in each organization in which they work. */
    @Transactional
    public void add(AccountId accountId, String verb) {
        members.of(accountId)
                .forEach(each -> add(
                        new Actor.Member(each.organizationId(), each.memberId(), each.roles()),
                        verb,
                        "member",
                        Optional.of(each.memberId().value()),
                        ""));
    }

    /** As many lines as a file takes at once. */
    private static final int FILE_PAGE = 1_000;

    /** The lines one after another, newest first, a page at a time; the export is a line of its own. For admins. */
    public void export(Actor actor, AuditFilter filter, Consumer<AuditRow> each) {
        actor.must(Permission.ADMINISTER);
        log(actor, "audit.export-begun", "");
        long written = 0;
        try {
            Optional<Page.Place> after = Optional.empty();
            while (true) {
                var rows = store.page(actor.organization(), filter, after, FILE_PAGE);
                rows.forEach(each);
                written += rows.size();
                if (rows.size() < FILE_PAGE) return;
                after = Optional.of(rows.getLast().place());
            }
        } finally {
            log(actor, "audit.exported", written + " lines");
        }
    }

    private void log(Actor actor, String verb, String detail) {
        add(actor, verb, "organization", Optional.of(actor.organization().value()), detail);
    }

    /** The log of the actor's organization, newest first; for admins. */
    @Transactional(readOnly = true)
    public Page<AuditRow> page(Actor actor, AuditFilter filter, Page.Wanted wanted) {
        actor.must(Permission.ADMINISTER);
        var after = wanted.after().map(Page.Place::read);
        var rows = store.page(actor.organization(), filter, after, wanted.size() + 1);
        var more = rows.size() > wanted.size();
        var shown = more ? rows.subList(0, wanted.size()) : rows;
        return new Page<>(shown, more ? Optional.of(shown.getLast().place().text()) : Optional.empty());
    }
}
