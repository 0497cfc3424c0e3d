package org.rung.people;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;

/** Someone knows a supporter: a member, or another supporter. strength: 1 (met once) to 5 (close). */
public record Relationship(
        RelationshipId relationshipId,
        SupporterId supporterId,
        Optional<MemberId> knowerMember,
        Optional<SupporterId> knowerSupporter,
        RelationshipKind kind,
        int strength,
        Visibility visibility,
        Instant createdAt) {}
