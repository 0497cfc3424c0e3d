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
import org.rung.accounts.AuditLog;
import org.rung.accounts.Members;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.messaging.Purpose;
import org.rung.messaging.Text;
import org.rung.messaging.TextDraft;
import org.rung.messaging.TextingWindow;
import org.rung.messaging.Texts;
import org.rung.people.Supporter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plays a first text on the phone of the one who wrote it. */
@Service
public class TestTexts {
    private final Texts texts;
    private final Consents consents;
    private final Organizations organizations;
    private final Members members;
    private final AuditLog audit;
    private final Clock clock;
    /** Of this process; a limit against slips of the finger, not against an attack. */
    private final Cache<MemberId, Bucket> limits =
            Caffeine.newBuilder().maximumSize(10_000).build();

    TestTexts(
            Texts texts, Consents consents, Organizations organizations, Members members, AuditLog audit, Clock clock) {
        this.texts = texts;
        this.consents = consents;
        this.organizations = organizations;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * At most three a minute for a member.
     *
     * @param written the member's own number, as people write it; typing it is their consent
     * @param as whose values fill the merge fields; a made-up neighbour's where empty
     * @throws Problem.Refused to a number that opted out or was told to be another's, and past the limit
     */
    @Transactional
    public Text send(Actor.Member actor, ScriptTree script, String written, Optional<Supporter> as) {
        actor.must(Permission.WRITE_SCRIPTS);
        if (script.firstText().isBlank()) throw new Problem.Invalid("firstText", "problem.first-text-empty");
        var organization = organizations.get(actor.organization());
        var phone = PhoneNumbers.read(written, organization.country());
        var consent = consents.of(actor.organization(), phone);
        // Nobody may opt someone else in again by typing their number here.
        if (consent.filter(now -> now.consent() == ConsentKind.OPTED_OUT).isPresent())
            throw new Problem.Refused("problem.test-opted-out");
        // Nor say that it is theirs, where whoever answered it said that it is not.
        if (consent.filter(now -> now.consent() == ConsentKind.WRONG_NUMBER).isPresent())
            throw new Problem.Refused("problem.test-wrong-number");
        if (!limit(actor.memberId()).tryConsume(1)) throw new Problem.Refused("problem.test-pace");
        var now = clock.instant();
        if (consent.filter(stands -> stands.textable()).isEmpty()) {
            var words = "scripts.consent.tested";
            consents.record(actor, phone, ConsentKind.OPTED_IN, ConsentSource.MEMBER, words, now);
        }
        var name =
                members.names(actor.organization(), List.of(actor.memberId())).getOrDefault(actor.memberId(), "");
        var values = as.map(person -> MergeValues.of(person, name, organization.name()))
                .orElseGet(() -> sample(name, organization.name()));
        var text = texts.queue(
                actor,
                new TextDraft(
                                phone,
                                Optional.empty(),
                                Purpose.TEST,
                                MergeText.render(script.firstText(), values),
                                Optional.empty(),
                                Optional.of(actor.memberId()),
                                Optional.empty(),
                                Optional.empty(),
                                new TextingWindow(
                                        List.of(organization.zone()), Organization.EARLIEST, Organization.LATEST),
                                Duration.ZERO)
                        .with(script.picture().stream().toList()));
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
                        .addLimit(limit -> limit.capacity(3).refillIntervally(3, Duration.ofMinutes(1)))
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
