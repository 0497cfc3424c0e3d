package org.rung.compliance;

import static java.util.stream.Collectors.toMap;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Sentence;
import org.rung.consent.ConsentEntry;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.consent.Suppressions;
import org.rung.exchange.CsvOut;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The proof of one number: what was said about texting it, by whom, when, how, and with which words. */
@Service
public class NumberProofs {
    private final Consents consents;
    private final Suppressions suppressions;
    private final DoNotText doNotText;
    private final LedgerStore store;
    private final EvidenceStore evidence;
    private final Members members;
    private final Organizations organizations;
    private final AuditLog audit;

    NumberProofs(
            Consents consents,
            Suppressions suppressions,
            DoNotText doNotText,
            LedgerStore store,
            EvidenceStore evidence,
            Members members,
            Organizations organizations,
            AuditLog audit) {
        this.consents = consents;
        this.suppressions = suppressions;
        this.doNotText = doNotText;
        this.store = store;
        this.evidence = evidence;
        this.members = members;
        this.organizations = organizations;
        this.audit = audit;
    }

    /**
     * Of a number as somebody wrote it. Needs SEE_PEOPLE and SEE_NUMBERS; the look-up is written down, without the number.
     *
     * @throws org.rung.common.Problem.Invalid for what is no number
     */
    @Transactional
    public NumberProof of(Actor actor, String written) {
        return of(
                actor,
                PhoneNumbers.read(
                        written, organizations.get(actor.organization()).country()),
                Optional.empty());
    }

    /** Of the number at which somebody is texted. */
    @Transactional
    public NumberProof of(Actor actor, SupporterId supporter) {
        mustSee(actor);
        return of(actor, store.phone(actor.organization(), supporter), Optional.of(supporter));
    }

    /** Of this number, such as one whose proof is shown already. */
    @Transactional
    public NumberProof of(Actor actor, PhoneNumber phone, Optional<SupporterId> supporter) {
        mustSee(actor);
        var proof = read(actor, phone);
        var subject = supporter.or(() ->
                proof.holders().stream().map(NumberProof.Holder::supporter).findFirst());
        audit.add(
                actor,
                "proof.seen",
                subject.isPresent() ? "supporter" : "organization",
                Optional.of(subject.map(SupporterId::value)
                        .orElseGet(() -> actor.organization().value())),
                "");
        return proof;
    }

    private static void mustSee(Actor actor) {
        actor.must(Permission.SEE_PEOPLE);
        actor.must(Permission.SEE_NUMBERS);
    }

    private NumberProof read(Actor actor, PhoneNumber phone) {
        var here = actor.organization();
        var said = consents.ledger(actor, phone);
        var changes = suppressions.ledger(actor, List.of(phone));
        var entries = suppressions.of(actor, List.of(phone));
        var files = evidence
                .behind(here, said.stream().map(ConsentEntry::consent).toList())
                .stream()
                .collect(toMap(Evidence::consent, Function.identity()));
        var heard = store.heardIn(
                here,
                phone,
                said.stream()
                        .filter(line -> line.source() == ConsentSource.REPLY)
                        .map(ConsentEntry::happenedAt)
                        .toList());
        var who = Stream.of(
                        said.stream()
                                .filter(line -> line.actorKind().equals("MEMBER"))
                                .map(ConsentEntry::actorId),
                        changes.stream()
                                .filter(line -> line.actorKind().equals("MEMBER"))
                                .map(line -> line.actorId()))
                .flatMap(Function.identity())
                .flatMap(Optional::stream)
                .map(MemberId::new)
                .distinct()
                .toList();
        return new NumberProof(
                phone,
                consents.of(here, phone),
                suppressions.standing(here, phone),
                store.holders(here, phone),
                said.stream()
                        .map(line -> new NumberProof.Line(
                                line,
                                Optional.ofNullable(heard.get(line.happenedAt())),
                                Optional.ofNullable(files.get(line.consent()))))
                        .toList(),
                entries,
                changes,
                doNotText.names(
                        actor,
                        Stream.concat(
                                        entries.stream().map(one -> one.scope().occasion()),
                                        changes.stream().map(one -> one.scope().occasion()))
                                .filter(occasion -> occasion != 0)
                                .toList()),
                members.names(here, who),
                store.traffic(here, phone));
    }

    /** The proof as CSV, oldest last: when, what, how, the words, who. Needs EXPORT; the audit log keeps who took it. */
    @Transactional
    public void export(Actor actor, PhoneNumber phone, Locale language, OutputStream out) {
        actor.must(Permission.EXPORT);
        mustSee(actor);
        var proof = read(actor, phone);
        audit.add(
                actor,
                "proof.exported",
                proof.holders().isEmpty() ? "organization" : "supporter",
                Optional.of(
                        proof.holders().isEmpty()
                                ? actor.organization().value()
                                : proof.holders().getFirst().supporter().value()),
                "");
        CsvOut.write(out, csv -> {
            csv.row(Stream.of("number", "when", "what", "how", "words", "who", "recorded", "evidence", "sha256")
                    .map(column ->
                            Sentence.of("compliance.proof.column." + column).in(language))
                    .toList());
            for (var line : proof.lines()) {
                var entry = line.entry();
                csv.row(List.of(
                        phone.text(),
                        entry.happenedAt().toString(),
                        entry.kind().name(),
                        line.evidence()
                                .map(kept -> kept.how().name())
                                .orElse(entry.source().name()),
                        Sentence.said(entry.words(), language),
                        proof.who(entry.actorKind(), entry.actorId()).orElse(entry.actorKind()),
                        entry.recordedAt().toString(),
                        line.evidence().map(Evidence::name).orElse(""),
                        line.evidence()
                                .flatMap(Evidence::file)
                                .map(file -> file.digest())
                                .orElse("")));
            }
            for (var change : proof.changes()) {
                csv.row(List.of(
                        phone.text(),
                        change.recordedAt().toString(),
                        "SUPPRESSION_" + change.change().name(),
                        change.scope().kind()
                                + change.scope().until().map(day -> " " + day).orElse("")
                                + (change.scope().occasion() == 0
                                        ? ""
                                        : " "
                                                + proof.campaigns()
                                                        .getOrDefault(
                                                                change.scope().occasion(), "")),
                        change.reason(),
                        proof.who(change.actorKind(), change.actorId()).orElse(change.actorKind()),
                        change.recordedAt().toString(),
                        "",
                        ""));
            }
        });
    }
}
