package org.rung.compliance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentEntry;
import org.rung.consent.PhoneConsent;
import org.rung.consent.Suppressed;
import org.rung.consent.Suppression;
import org.rung.consent.SuppressionLine;
import org.rung.people.SupporterId;
import org.rung.texting.ConversationId;

/**
 * All that says whether a number may be texted.
 *
 * @param holders who has it
 * @param lines what was said, the latest first
 * @param entries what the do-not-text list has against it now
 * @param changes every change of that list, the latest first
 */
public record NumberProof(
        PhoneNumber phone,
        Optional<PhoneConsent> stands,
        Suppressed suppressed,
        List<Holder> holders,
        List<Line> lines,
        List<Suppression> entries,
        List<SuppressionLine> changes,
        Map<Long, String> campaigns,
        Map<MemberId, String> members,
        Traffic traffic) {

    /** somebody who has the number; texted: it is the one they are texted at. */
    public record Holder(SupporterId supporter, String name, boolean texted) {}

    /** A line of the ledger; heardIn: the conversation in which its words stand; evidence: what a member kept. */
    public record Line(ConsentEntry entry, Optional<ConversationId> heardIn, Optional<Evidence> evidence) {}

    /** Texts in and out. */
    public record Traffic(int texts, Optional<Instant> first, Optional<Instant> last) {}

    /** Whether a first text may leave now that is part of no campaign. */
    public boolean mayBeTexted(Instant now) {
        return stands.filter(PhoneConsent::textable).isPresent()
                && suppressed.keeping(Optional.empty(), now).isEmpty();
    }

    /** Whoever wrote a line, by name, where it was a member who is known. */
    public Optional<String> who(String kind, Optional<Long> id) {
        return id.filter(any -> kind.equals("MEMBER")).map(MemberId::new).map(members::get);
    }
}
