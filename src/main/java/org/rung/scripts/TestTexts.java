package org.rung.scripts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Accounts;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Members;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.Consents;
import org.rung.media.AttachmentId;
import org.rung.messaging.Purpose;
import org.rung.messaging.Text;
import org.rung.messaging.TextDraft;
import org.rung.messaging.TextingWindow;
import org.rung.messaging.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plays a script on the phone of whoever tests it: one text after the other, each counted nowhere. */
@Service
public class TestTexts {
    /** What the ledger of consent says of tests that were texted before they needed a proved number; it stays readable. */
    static final String TESTED = "scripts.consent.tested";

    private static final int A_MINUTE = 10;

    private final Texts texts;
    private final Consents consents;
    private final Organizations organizations;
    private final Members members;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;
    /** Of this process; a limit against slips of the finger, not against an attack. */
    private final Cache<MemberId, Bucket> limits =
            Caffeine.newBuilder().maximumSize(10_000).build();

    TestTexts(
            Texts texts,
            Consents consents,
            Organizations organizations,
            Members members,
            Accounts accounts,
            AuditLog audit,
            Clock clock) {
        this.texts = texts;
        this.consents = consents;
        this.organizations = organizations;
        this.members = members;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The number to which this member's tests go: the one that they have proved to be theirs; empty without one. */
    @Transactional(readOnly = true)
    public Optional<PhoneNumber> number(Actor.Member actor) {
        return accounts.get(members.get(actor, actor.memberId()).accountId()).mobile();
    }

    /**
     * To the member's own proved number, inside texting hours; at most ten a minute for a member. Makes no supporter, no
     * conversation and no consent: who asks for a text to their own number needs none, and gives none to others.
     *
     * @param words as they are to be read, their merge fields filled in
     * @throws Problem.Refused without a proved number, to one that opted out or was told to be another's, and past the limit
     */
    @Transactional
    public Text send(Actor.Member actor, String words, List<AttachmentId> pictures) {
        actor.must(Permission.WRITE_SCRIPTS);
        if (words.isBlank()) throw new Problem.Invalid("text", "problem.first-text-empty");
        var organization = organizations.get(actor.organization());
        var phone = number(actor).orElseThrow(() -> new Problem.Refused("problem.test-number"));
        var consent = consents.of(actor.organization(), phone);
        if (consent.filter(now -> now.consent() == ConsentKind.OPTED_OUT).isPresent())
            throw new Problem.Refused("problem.test-opted-out");
        if (consent.filter(now -> now.consent() == ConsentKind.WRONG_NUMBER).isPresent())
            throw new Problem.Refused("problem.test-wrong-number");
        if (!limit(actor.memberId()).tryConsume(1)) throw new Problem.Refused("problem.test-pace");
        var text = texts.queue(
                actor,
                new TextDraft(
                                phone,
                                Optional.empty(),
                                Purpose.TEST,
                                words,
                                Optional.empty(),
                                Optional.of(actor.memberId()),
                                Optional.empty(),
                                Optional.empty(),
                                new TextingWindow(
                                        List.of(organization.zone()), Organization.EARLIEST, Organization.LATEST),
                                Duration.ZERO)
                        .with(pictures));
        audit.add(actor, "test.texted", "message", Optional.of(text.messageId().value()), "");
        return text;
    }

    /** What the fields become where there is nobody yet. */
    public static Map<String, String> sample(String texter, String organization) {
        return Map.of(
                "firstName",
                "Maya",
                "lastName",
                "Okafor",
                "city",
                "Oakland",
                "texter.firstName",
                MergeValues.clean(texter).replaceFirst(" .*", ""),
                "organization.name",
                organization);
    }

    private Bucket limit(MemberId memberId) {
        return limits.get(
                memberId,
                id -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(A_MINUTE).refillIntervally(A_MINUTE, Duration.ofMinutes(1)))
                        .withCustomTimePrecision(new Ticking(clock))
                        .build());
    }

    private record Ticking(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
