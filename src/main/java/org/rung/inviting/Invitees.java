package org.rung.inviting;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.InvitationDraft;
import org.rung.accounts.InvitationId;
import org.rung.accounts.InvitationOpened;
import org.rung.accounts.Invitations;
import org.rung.accounts.MemberJoined;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.notices.Post;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People invited from a list, each by a link of their own that is good for one of them. Letters leave by e-mail where there is
 * a mail server; any other link is texted by whoever invites, from their own phone. At most 200 at once and 500 letters in a
 * day of an organization, and one person is written to at most once an hour and three times in all.
 */
@Service
public class Invitees {
    public static final int AT_ONCE = 200;
    public static final int A_DAY = 500;
    public static final int LETTERS = 3;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration GOOD_FOR = Duration.ofDays(14);

    private final InviteeStore store;
    private final Invitations invitations;
    private final Organizations organizations;
    private final Post post;
    private final AuditLog audit;
    private final Clock clock;

    Invitees(
            InviteeStore store,
            Invitations invitations,
            Organizations organizations,
            Post post,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.organizations = organizations;
        this.post = post;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * As texters. Whoever is a member, or has an invitation that they can still take, gets none.
     *
     * @param landing what their links lead to, such as a campaign
     * @throws Problem.Invalid for more than 200, or nobody
     * @throws Problem.Refused past the letters of a day; nobody is invited then
     */
    @Transactional
    public Invited invite(Actor actor, List<InviteeDraft> people, Optional<Long> landing) {
        actor.must(Permission.INVITE);
        if (people.isEmpty()) throw new Problem.Invalid("people", "problem.list-empty");
        if (people.size() > AT_ONCE) throw new Problem.Invalid("people", "problem.at-most", AT_ONCE);
        var here = actor.organization();
        var now = clock.instant();
        store.lock(here);
        boolean letters = writes(actor);
        var emails = people.stream()
                .flatMap(one -> one.email().stream())
                .map(email -> email.text())
                .toList();
        var phones = people.stream().flatMap(one -> one.phone().stream()).toList();
        var members = store.members(here, emails);
        var known = store.known(here, emails, phones, now);
        var seen = new HashSet<Object>();
        var invited = new ArrayList<InviteeId>();
        int byHand = 0;
        int already = 0;
        int before = 0;
        for (var person : people) {
            boolean first = person.email().map(seen::add).orElse(true)
                    & person.phone().map(seen::add).orElse(true);
            if (!first) continue;
            if (person.email().filter(email -> members.contains(email.text())).isPresent()) {
                already++;
                continue;
            }
            var former = known.stream()
                    .filter(one -> one.email().isPresent() && one.email().equals(person.email())
                            || one.phone().isPresent() && one.phone().equals(person.phone()))
                    .findFirst();
            if (former.filter(one -> one.open() || one.state() == InviteeState.JOINED)
                    .isPresent()) {
                before++;
                continue;
            }
            boolean letter = letters
                    && person.email().isPresent()
                    && former.map(Invitee::letters).orElse(0) < LETTERS;
            if (!letter) byHand++;
            var due = Optional.of(now).filter(any -> letter);
            var link = link(actor, person.name(), landing);
            if (former.isPresent()) {
                store.again(actor, former.get().inviteeId(), link, due, now);
                invited.add(former.get().inviteeId());
            } else {
                invited.add(store.add(actor, person, link, due, now));
            }
        }
        if (store.lettersSince(here, now.minus(Duration.ofDays(1))) > A_DAY)
            throw new Problem.Refused("problem.invitees-today", A_DAY);
        if (!invited.isEmpty())
            audit.add(
                    actor,
                    "invitation.list",
                    "organization",
                    Optional.of(here.value()),
                    String.valueOf(invited.size()));
        return new Invited(invited, byHand, already, before);
    }

    private InvitationId link(Actor actor, String name, Optional<Long> landing) {
        return invitations.make(actor, new InvitationDraft(Roles.of(Role.TEXTER), name, 1, GOOD_FOR, landing));
    }

    /** Nobody of an invented organization has a mailbox. */
    private boolean writes(Actor actor) {
        return post.ready() && !organizations.get(actor.organization()).demo();
    }

    /** The last invited first. */
    @Transactional(readOnly = true)
    public Page<Invitee> page(Actor actor, Page.Wanted wanted) {
        actor.must(Permission.INVITE);
        var after = wanted.after().map(text -> new InviteeId(Id.parse("after", text)));
        var rows = store.page(actor.organization(), after, clock.instant(), wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        var shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(shown.getLast().inviteeId().text()));
    }

    /**
     * With a new link; the former one leads nowhere any more.
     *
     * @throws Problem.Conflict to a member
     * @throws Problem.Refused within an hour of the last letter, and after three
     */
    @Transactional
    public void again(Actor actor, InviteeId id) {
        actor.must(Permission.INVITE);
        var now = clock.instant();
        store.lock(actor.organization());
        var person = locked(actor, id);
        if (person.state() == InviteeState.JOINED) throw new Problem.Conflict("problem.invitee-joined");
        boolean letter = writes(actor) && person.email().isPresent();
        if (letter && person.letters() >= LETTERS) throw new Problem.Refused("problem.invitee-letters", LETTERS);
        if (letter
                && person.state() != InviteeState.WITHDRAWN
                && person.changedAt().isAfter(now.minus(HOUR))) throw new Problem.Refused("problem.invitee-hour");
        if (letter && store.lettersSince(actor.organization(), now.minus(Duration.ofDays(1))) >= A_DAY)
            throw new Problem.Refused("problem.invitees-today", A_DAY);
        var landing = invitations.get(actor, person.invitation()).landingId();
        invitations.revoke(actor, person.invitation());
        store.again(
                actor, id, link(actor, person.name(), landing), Optional.of(now).filter(any -> letter), now);
    }

    /** Their link leads nowhere any more. Withdrawing it twice is no fault. @throws Problem.Conflict to a member */
    @Transactional
    public void withdraw(Actor actor, InviteeId id) {
        actor.must(Permission.INVITE);
        var person = locked(actor, id);
        if (person.state() == InviteeState.JOINED) throw new Problem.Conflict("problem.invitee-joined");
        invitations.revoke(actor, person.invitation());
        store.withdraw(actor.organization(), id, clock.instant());
    }

    /** Their link, to be texted or handed over by oneself. */
    @Transactional(readOnly = true)
    public String link(Actor actor, Invitee invitee) {
        return invitations.link(actor, invitee.invitation());
    }

    private Invitee locked(Actor actor, InviteeId id) {
        return store.lock(actor.organization(), id, clock.instant())
                .orElseThrow(() -> new Problem.Missing("invitation", id));
    }

    @EventListener
    @Transactional
    void opened(InvitationOpened opened) {
        store.opened(opened.organizationId(), opened.invitationId(), clock.instant());
    }

    @EventListener
    @Transactional
    void joined(MemberJoined joined) {
        store.joined(joined.organizationId(), joined.memberId(), clock.instant());
    }
}
