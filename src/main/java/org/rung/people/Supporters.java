package org.rung.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Service;

/** The people the organization knows. */
@Service
public class Supporters {
    public Supporter get(Actor actor, SupporterId supporterId) {
        throw new UnsupportedOperationException("built next");
    }

    /** Without roles: for rooms that have checked what the actor may see. Fixed number of queries. */
    public Map<SupporterId, Supporter> all(OrganizationId organizationId, Collection<SupporterId> supporters) {
        throw new UnsupportedOperationException("built next");
    }

    public List<Supporter> byPhone(Actor actor, PhoneNumber phone) {
        throw new UnsupportedOperationException("built next");
    }

    public Page<SupporterRow> page(Actor actor, SupporterFilter filter, Page.Wanted wanted) {
        throw new UnsupportedOperationException("built next");
    }

    public long count(Actor actor, SupporterFilter filter) {
        throw new UnsupportedOperationException("built next");
    }

    /** Matched on (phone, folded first name) as domain.md says; in order; set-based; at most 10,000 at once. */
    public List<Upserted> upsert(Actor actor, List<SupporterDraft> drafts, Optional<Long> batchId) {
        throw new UnsupportedOperationException("built next");
    }

    /** Whoever has this number, else a new supporter without a name. */
    public SupporterId known(OrganizationId organizationId, PhoneNumber phone) {
        throw new UnsupportedOperationException("built next");
    }

    public void tag(Actor actor, Collection<SupporterId> supporters, String tag) {
        throw new UnsupportedOperationException("built next");
    }

    public void untag(Actor actor, Collection<SupporterId> supporters, String tag) {
        throw new UnsupportedOperationException("built next");
    }

    public void note(Actor actor, SupporterId supporterId, String words) {
        throw new UnsupportedOperationException("built next");
    }

    /** Wrong number: the phone is this person's no more. */
    public void detachPhone(Actor actor, SupporterId supporterId, PhoneNumber phone) {
        throw new UnsupportedOperationException("built next");
    }

    public void erase(Actor actor, SupporterId supporterId) {
        throw new UnsupportedOperationException("built next");
    }

    public List<Tag> tags(OrganizationId organizationId) {
        throw new UnsupportedOperationException("built next");
    }
}
