package org.rung.texting;

import java.time.Instant;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/** What a lease is made of: whose, of which campaign, until when; without an end it stands until its work is done. */
record Lease(
        AssignmentId assignmentId,
        OrganizationId organizationId,
        CampaignId campaignId,
        MemberId texter,
        AssignmentKind kind,
        Optional<Instant> until) {

    static Lease of(
            OrganizationId organizationId,
            CampaignId campaignId,
            MemberId texter,
            AssignmentKind kind,
            Optional<Instant> until) {
        return new Lease(new AssignmentId(Id.next()), organizationId, campaignId, texter, kind, until);
    }

    /** The same with an id of its own. */
    Lease anew() {
        return of(organizationId, campaignId, texter, kind, until);
    }
}
