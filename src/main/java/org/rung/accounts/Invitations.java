package org.rung.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.settings.RungSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Links by which people come in. */
@Service
public class Invitations {
    private static final int MOST = 200;

    private final InvitationStore store;
    private final Members members;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Organizations organizations;
    private final Secrets secrets;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final RungSettings settings;
    private final Clock clock;

    Invitations(
            InvitationStore store,
            Members members,
            Accounts accounts,
            SignIns signIns,
            Organizations organizations,
            Secrets secrets,
            AuditLog auditLog,
            ApplicationEventPublisher announce,
            TransactionTemplate transaction,
            RungSettings settings,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.accounts = accounts;
        this.signIns = signIns;
        this.organizations = organizations;
        this.secrets = secrets;
        this.auditLog = auditLog;
        this.announce = announce;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes a link; nobody gives roles that may do more than they may themselves. */
    @Transactional
    public InvitationId make(Actor actor, InvitationDraft draft) {
        actor.must(Permission.INVITE);
        for (var role : draft.roles().all()) {
            if (!role.permissions().stream().allMatch(actor::may)) {
                throw new Problem.Refused("problem.invitation-role", Sentence.of("accounts.role." + role));
            }
        }
        var word = LinkWord.fresh("");
        var id = new InvitationId(Id.next());
        store.insert(id, actor, draft, word, secrets.seal(word.text()), clock.instant());
        auditLog.add(
                actor,
                "invitation.made",
                "invitation",
                Optional.of(id.value()),
                draft.roles().text());
        return id;
    }

    /** Those that can still be taken, newest first; at most 200. */
    @Transactional(readOnly = true)
    public List<Invitation> open(Actor actor) {
        actor.must(Permission.INVITE);
        return store.open(actor.organization(), clock.instant(), MOST);
    }

    /** The link itself, to be shown or printed. @throws Problem.Missing */
    @Transactional(readOnly = true)
    public String link(Actor actor, InvitationId id) {
        actor.must(Permission.INVITE);
        var invitation = get(actor, id);
        if (!invitation.roles().all().stream()
                .allMatch(role -> role.permissions().stream().allMatch(actor::may))) {
            throw new Problem.Refused("problem.invitation-stronger");
        }
        return settings.publicUrl() + "/" + AccountsPaths.JOIN + "/"
                + secrets.open(store.sealed(actor.organization(), id));
    }

    /** Nobody can take it any more; who has, stays. @throws Problem.Missing */
    @Transactional
    public void revoke(Actor actor, InvitationId id) {
        actor.must(Permission.INVITE);
        get(actor, id);
        if (store.revoke(actor.organization(), id, clock.instant())) {
            auditLog.add(actor, "invitation.revoked", "invitation", Optional.of(id.value()), "");
        }
    }

    /** @throws Problem.Missing when the actor's organization has no such invitation */
    @Transactional(readOnly = true)
    public Invitation get(Actor actor, InvitationId id) {
        actor.must(Permission.INVITE);
        return store.find(actor.organization(), id).orElseThrow(() -> new Problem.Missing("invitation", id));
    }

    /**
     * Which organization a link invites to.
     *
     * @throws Problem.Missing when there is no such link
     * @throws Problem.Conflict when it was taken back, is used up or has expired
     */
    @Transactional(readOnly = true)
    public Organization look(String word) {
        return organizations.get(openOne(word).organizationId());
    }

    /** As {@link #look}, by whoever may take it: the room that sent it hears that it was opened. */
    @Transactional
    public Organization open(String word) {
        var found = openOne(word);
        announce.publishEvent(
                new InvitationOpened(found.organizationId(), found.invitation().invitationId()));
        return organizations.get(found.organizationId());
    }

    /**
     * Takes a link with an e-mail and a password: those of an account, or those of the one that is made now.
     *
     * @throws Problem.Refused when there is such an account with another password
     * @throws TooManyAttempts after too many of these
     */
    public Member accept(String word, String name, String email, String password, String address) {
        openOne(word);
        var named = new EmailAddress(email);
        if (accounts.named(named).isPresent()) return accept(word, signIns.check(email, password, address));
        Passwords.check(password);
        return transaction.execute(during -> take(word, () -> accounts.open(name, named, Optional.of(password))));
    }

    /** Takes a link as somebody who is signed in; one who is a member already stays it and takes no use. */
    public Member accept(String word, AccountId accountId) {
        var found = openOne(word);
        var there = members.find(found.organizationId(), accountId);
        if (there.isEmpty()) return transaction.execute(during -> take(word, () -> accountId));
        if (there.get().suspendedAt().isEmpty()) {
            announce.publishEvent(new MemberReturned(
                    found.organizationId(),
                    there.get().memberId(),
                    found.invitation().invitationId()));
        }
        return there.get();
    }

    private Member take(String word, Supplier<AccountId> who) {
        var found = openOne(word);
        if (!store.claim(found.invitation().invitationId(), clock.instant())) {
            openOne(word);
            throw new Problem.Conflict("problem.invitation-full");
        }
        var member = members.add(
                found.organizationId(),
                who.get(),
                found.invitation().roles(),
                Optional.of(found.invitation().invitationId()));
        note(found.organizationId(), member, found.invitation());
        return member;
    }

    private void note(OrganizationId organizationId, Member member, Invitation invitation) {
        var actor = new Actor.Member(organizationId, member.memberId(), member.roles());
        auditLog.add(
                actor,
                "member.joined",
                "invitation",
                Optional.of(invitation.invitationId().value()),
                member.roles().text());
        announce.publishEvent(new MemberJoined(organizationId, member.memberId(), invitation.landingId()));
    }

    private InvitationStore.Found openOne(String word) {
        var found = store.find(new LinkWord(word)).orElseThrow(() -> new Problem.Missing("problem.invitation-unknown"));
        var invitation = found.invitation();
        if (invitation.revokedAt().isPresent()) {
            throw new Problem.Conflict("problem.invitation-revoked");
        }
        if (invitation.uses() >= invitation.maxUses()) {
            throw new Problem.Conflict("problem.invitation-full");
        }
        if (!invitation.open(clock.instant())) {
            throw new Problem.Conflict("problem.invitation-expired");
        }
        return found;
    }
}
