package org.rung.compliance;

import java.time.Clock;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.Consents;
import org.rung.consent.PhoneConsent;
import org.rung.media.Papers;
import org.rung.media.Served;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever said stop comes back only by their own word. Where they did not text it, a member records it with what shows it;
 * the ledger gets another line, and what stood in it stays.
 */
@Service
public class Reconsents {
    private final Consents consents;
    private final EvidenceStore store;
    private final Papers papers;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reconsents(
            Consents consents,
            EvidenceStore store,
            Papers papers,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.consents = consents;
        this.store = store;
        this.papers = papers;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Needs EDIT_PEOPLE and SEE_NUMBERS. Outside any transaction, since files are written before.
     *
     * @return whether the number may be texted because of this
     * @throws Problem.Invalid for a time that has not come, or for a number that said stop without a file that shows
     *     otherwise, or when what was said is older than the stop
     */
    public boolean record(Actor actor, PhoneNumber phone, ReconsentDraft draft) {
        actor.must(Permission.EDIT_PEOPLE);
        actor.must(Permission.SEE_NUMBERS);
        if (draft.at().isAfter(clock.instant())) throw new Problem.Invalid("at", "problem.reconsent-future");
        var stands = consents.of(actor.organization(), phone);
        mustBeShown(stands, draft);
        var file = draft.file().map(paper -> papers.keep(actor.organization(), paper.bytes()));
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> record(actor, phone, draft, file)));
        } catch (RuntimeException failed) {
            file.ifPresent(papers::drop);
            throw failed;
        }
    }

    private boolean record(Actor actor, PhoneNumber phone, ReconsentDraft draft, Optional<Papers.Kept> file) {
        var line = consents.recordShown(actor, phone, draft.words(), draft.at(), file.isPresent());
        store.add(
                actor.organization(),
                new Evidence(
                        new EvidenceId(Id.next()),
                        line.consent(),
                        draft.how(),
                        draft.file().map(paper -> shortened(paper.name())).orElse(""),
                        file,
                        actor.member(),
                        clock.instant()));
        audit.add(
                actor,
                "consent.renewed",
                "consent",
                Optional.of(line.consent()),
                draft.how() + (file.isPresent() ? ", with a file" : ""));
        return line.moved();
    }

    private static void mustBeShown(Optional<PhoneConsent> stands, ReconsentDraft draft) {
        stands.filter(now -> now.consent() == ConsentKind.OPTED_OUT).ifPresent(stopped -> {
            if (draft.file().isEmpty()) throw new Problem.Invalid("file", "problem.reconsent-evidence");
            if (!draft.at().isAfter(stopped.since())) throw new Problem.Invalid("at", "problem.reconsent-older");
        });
    }

    /** The file behind a line. Needs SEE_PEOPLE; every look is written down. */
    @Transactional
    public Optional<Served> open(Actor actor, EvidenceId id) {
        actor.must(Permission.SEE_PEOPLE);
        actor.must(Permission.SEE_NUMBERS);
        return store.find(actor.organization(), id)
                .flatMap(found -> found.file()
                        .flatMap(file -> papers.read(file).map(bytes -> {
                            audit.add(actor, "evidence.opened", "consent", Optional.of(found.consent()), "");
                            return new Served(
                                    bytes,
                                    file.type().mime(),
                                    false,
                                    id.text() + "." + file.type().ending());
                        })));
    }

    private static String shortened(String name) {
        var last =
                name.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return last.length() <= 120 ? last : last.substring(last.length() - 120);
    }
}
