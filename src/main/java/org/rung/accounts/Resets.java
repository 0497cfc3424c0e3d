package org.rung.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New passwords by a link that an admin hands over in person, since there may be no e-mail. */
@Service
public class Resets {
    public static final Duration VALID = Duration.ofHours(24);

    private final ResetStore store;
    private final Members members;
    private final MemberStore memberships;
    private final Accounts accounts;
    private final AuditLog auditLog;
    private final RungSettings settings;
    private final Clock clock;

    Resets(
            ResetStore store,
            Members members,
            MemberStore memberships,
            Accounts accounts,
            AuditLog auditLog,
            RungSettings settings,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.memberships = memberships;
        this.accounts = accounts;
        this.auditLog = auditLog;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The link by which a member makes a new password within 24 hours, once; older ones stop working. Whoever holds it
     * can sign in as this person, so no organization can make one for somebody who works in another one too.
     */
    @Transactional
    public String make(Actor actor, MemberId memberId) {
        actor.must(Permission.ADMINISTER);
        var member = members.get(actor, memberId);
        if (memberships.elsewhere(member.accountId(), actor.organization())) {
            throw new Problem.Refused("problem.reset-elsewhere");
        }
        var word = LinkWord.fresh("");
        var now = clock.instant();
        store.expireAll(member.accountId(), now);
        store.insert(word, member.accountId(), actor.member(), now, now.plus(VALID));
        auditLog.add(actor, "reset.made", "member", Optional.of(memberId.value()), "");
        return settings.publicUrl() + "/" + AccountsPaths.RESET + "/" + word.text();
    }

    /** Whether this link still works. */
    @Transactional(readOnly = true)
    public boolean open(String word) {
        return store.open(new LinkWord(word), clock.instant()).isPresent();
    }

    /** Uses the link up for a new password, and signs the account out everywhere. @throws Problem.Missing */
    @Transactional
    public AccountId use(String word, String password) {
        var link = new LinkWord(word);
        var accountId = store.open(link, clock.instant()).orElseThrow(Resets::gone);
        if (!store.claim(link, clock.instant())) throw gone();
        accounts.changePassword(accountId, password);
        for (var each : memberships.of(accountId)) {
            var actor = new Actor.Member(each.organizationId(), each.memberId(), each.roles());
            auditLog.add(
                    actor, "reset.used", "member", Optional.of(each.memberId().value()), "");
        }
        return accountId;
    }

    private static Problem gone() {
        return new Problem.Missing("problem.reset-gone");
    }
}
