package org.rung.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Service;

/** The people the organization knows. */
@Service
public class Supporters {
    private final Upserts upserts;

    Supporters(Upserts upserts) {
        this.upserts = upserts;
    }

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

    /**
     * Matched on (phone, folded first name) as domain.md says; one answer per draft, in their order; set-based; at most
     * 10,000 at once. Joins the caller's transaction; without one it opens its own, and tries again when it loses a race:
     * so never put {@code @Transactional} on it.
     *
     * @param batchId the list they came with, such as an import: everyone named is on it, also who was known
     */
    public List<Upserted> upsert(Actor actor, List<SupporterDraft> drafts, Optional<Long> batchId) {
        actor.must(Permission.EDIT_PEOPLE);
        return upserts.upsert(actor.organization(), drafts, batchId);
    }

    /** What an upsert would do now, for a dry run; writes nothing. The ids of people who would be created mean nothing. */
    public List<Upserted> compare(Actor actor, List<SupporterDraft> drafts) {
        actor.must(Permission.EDIT_PEOPLE);
        return upserts.compare(actor.organization(), drafts);
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
