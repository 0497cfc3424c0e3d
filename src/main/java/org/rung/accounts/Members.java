package org.rung.accounts;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of an organization. */
@Service
public class Members {
    private static final int MOST = 1_000;

    private final MemberStore store;
    private final OrganizationStore organizations;
    private final Accounts accounts;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Members(
            MemberStore store,
            OrganizationStore organizations,
            Accounts accounts,
            AuditLog auditLog,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.accounts = accounts;
        this.auditLog = auditLog;
        this.announce = announce;
        this.clock = clock;
    }

    /** @throws Problem.Missing when the actor's organization has no such member */
    @Transactional(readOnly = true)
    public Member get(Actor actor, MemberId memberId) {
        return store.find(actor.organization(), memberId).orElseThrow(() -> new Problem.Missing("member", memberId));
    }

    /** Everyone, by name; at most 1,000: a screen on which each of them must be found asks {@link #search}. */
    @Transactional(readOnly = true)
    public List<Member> all(Actor actor) {
        return store.all(actor.organization(), MOST);
    }

    /** By name, from that place on; at most 1,000. */
    @Transactional(readOnly = true)
    public List<Member> search(Actor actor, MemberFilter filter, int from, int most) {
        return store.search(actor.organization(), filter, from, Math.min(MOST, most));
    }

    @Transactional(readOnly = true)
    public int count(Actor actor) {
        return store.count(actor.organization());
    }

    /** By name. @throws Problem.Invalid for a page that follows nobody */
    @Transactional(readOnly = true)
    public Page<Member> page(Actor actor, Page.Wanted wanted) {
        var after = wanted.after()
                .map(text -> store.find(actor.organization(), new MemberId(Id.parse("after", text)))
                        .orElseThrow(() -> new Problem.Invalid("after", "problem.not-a-page")));
        var rows = store.page(actor.organization(), after, wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        var page = rows.subList(0, wanted.size());
        return new Page<>(page, Optional.of(page.getLast().memberId().text()));
    }

    /** Whoever of this organization signs in with that address. */
    @Transactional(readOnly = true)
    public Optional<Member> find(Actor actor, String email) {
        return store.find(actor.organization(), email);
    }

    @Transactional(readOnly = true)
    public Optional<Member> find(Actor actor, MemberId memberId) {
        return store.find(actor.organization(), memberId);
    }

    @Transactional(readOnly = true)
    public Map<MemberId, String> names(OrganizationId organizationId, Collection<MemberId> members) {
        return members.isEmpty() ? Map.of() : store.names(organizationId, members);
    }

    /** Adds a person without an invitation: first run, demo, tests. An account with this e-mail keeps its password. */
    @Transactional
    public Member join(
            OrganizationId organizationId, String name, String email, Optional<String> password, Roles roles) {
        var address = new EmailAddress(email);
        var accountId = accounts.named(address).orElseGet(() -> accounts.open(name, address, password));
        if (store.find(organizationId, accountId).isPresent()) {
            throw new Problem.Conflict("problem.member-already");
        }
        return add(organizationId, accountId, roles, Optional.empty());
    }

    Member add(OrganizationId organizationId, AccountId accountId, Roles roles, Optional<InvitationId> invitationId) {
        var memberId = new MemberId(Id.next());
        store.insert(memberId, organizationId, accountId, roles, invitationId, clock.instant());
        return store.find(organizationId, memberId).orElseThrow();
    }

    Optional<Member> find(OrganizationId organizationId, AccountId accountId) {
        return store.find(organizationId, accountId);
    }

    /** Whether a member came by an invitation and has not yet read how this works; by key. */
    @Transactional(readOnly = true)
    public boolean newHere(Actor.Member actor) {
        return store.newHere(actor.organization(), actor.memberId());
    }

    /** The member has read how this works. */
    @Transactional
    public void welcomed(Actor.Member actor) {
        store.welcomed(actor.organization(), actor.memberId(), clock.instant());
    }

    /** Whether the member went through the practice once; by key. */
    @Transactional(readOnly = true)
    public boolean hasPractised(Actor.Member actor) {
        return store.hasPractised(actor.organization(), actor.memberId());
    }

    /** The member went through the practice. */
    @Transactional
    public void practised(Actor.Member actor) {
        store.practised(actor.organization(), actor.memberId(), clock.instant());
    }

    /** Ends a member's sessions at once and takes their work back; the last admin stays. */
    @Transactional
    public void suspend(Actor actor, MemberId memberId) {
        actor.must(Permission.ADMINISTER);
        organizations.lock(actor.organization());
        var member = get(actor, memberId);
        if (member.roles().all().contains(Role.ADMIN)) keepAnAdmin(actor, memberId);
        if (!store.suspend(actor.organization(), memberId, clock.instant())) return;
        auditLog.add(actor, "member.suspended", "member", Optional.of(memberId.value()), "");
        announce.publishEvent(new MemberSuspended(actor.organization(), memberId));
    }

    @Transactional
    public void restore(Actor actor, MemberId memberId) {
        actor.must(Permission.ADMINISTER);
        get(actor, memberId);
        if (store.restore(actor.organization(), memberId)) {
            auditLog.add(actor, "member.restored", "member", Optional.of(memberId.value()), "");
        }
    }

    /** Takes effect in the member's open screens at once; the last admin stays one. */
    @Transactional
    public void changeRoles(Actor actor, MemberId memberId, Roles roles) {
        actor.must(Permission.ADMINISTER);
        organizations.lock(actor.organization());
        var before = get(actor, memberId).roles();
        if (before.equals(roles)) return;
        if (before.all().contains(Role.ADMIN) && !roles.all().contains(Role.ADMIN)) keepAnAdmin(actor, memberId);
        store.changeRoles(actor.organization(), memberId, roles);
        auditLog.add(
                actor,
                "member.roles-changed",
                "member",
                Optional.of(memberId.value()),
                Changes.of().field("roles", before.text(), roles.text()).end());
        announce.publishEvent(new RolesChanged(actor.organization(), memberId, roles));
    }

    private void keepAnAdmin(Actor actor, MemberId memberId) {
        if (!store.anotherAdmin(actor.organization(), memberId)) {
            throw new Problem.Conflict("problem.last-admin");
        }
    }
}
