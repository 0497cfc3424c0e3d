package org.rung.circle;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.rung.people.Visibility;

/** A contact as it is stored, opened. */
record Kept(
        ContactId contactId,
        OrganizationId organizationId,
        MemberId memberId,
        Card card,
        Visibility state,
        Optional<SupporterId> supporter,
        Optional<Instant> leftToText) {}
