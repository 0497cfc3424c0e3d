package org.rung.texting;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.consent.PhoneConsent;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same done in several conversations, at most 500, in one transaction of a few statements. Needs REPLY_TO_ANYONE; those
 * of other organizations are passed over. Each tells how many it changed: done again, it changes none.
 */
@Service
public class ManyConversations {
    public static final int MOST = 500;

    private final ManyStore store;
    private final ClosingStore closing;
    private final Helping helping;
    private final Supporters supporters;
    private final Consents consents;
    private final Members members;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    ManyConversations(
            ManyStore store,
            ClosingStore closing,
            Helping helping,
            Supporters supporters,
            Consents consents,
            Members members,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.closing = closing;
        this.helping = helping;
        this.supporters = supporters;
        this.consents = consents;
        this.members = members;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** The open ones become this texter's, who holds them until they close. Needs ASSIGN. */
    @Transactional
    public int give(Actor actor, Set<ConversationId> conversations, MemberId texter) {
        actor.must(Permission.ASSIGN);
        Member member = members.get(actor, texter);
        if (member.suspendedAt().isPresent()) throw new Problem.Invalid("texter", "problem.texter-suspended");
        if (!member.roles().may(Permission.TEXT)) throw new Problem.Invalid("texter", "problem.texter-may-not");
        List<Conversation> going = locked(actor, conversations).stream()
                .filter(one -> !one.closed() && !one.heldBy(texter))
                .toList();
        overtaken(actor, going, HelpOvertaken.By.GIVEN);
        int given = store.give(actor.organization(), ids(going), texter);
        done(actor, "conversations.given", going, given);
        announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), Optional.of(texter)));
        return given;
    }

    @Transactional
    public int close(Actor actor, Set<ConversationId> conversations) {
        List<Conversation> open = locked(actor, conversations).stream()
                .filter(one -> !one.closed())
                .toList();
        int closed = open.isEmpty()
                ? 0
                : closing.closeAll(actor.organization(), ids(open), ClosedReason.DONE, clock.instant());
        overtaken(actor, open, HelpOvertaken.By.DONE);
        done(actor, "conversations.closed", open, closed);
        return closed;
    }

    /** How many supporters have the tag now, whether they had it before or not. */
    @Transactional
    public int tag(Actor actor, Set<ConversationId> conversations, String tag) {
        actor.must(Permission.EDIT_PEOPLE);
        List<Conversation> all = locked(actor, conversations);
        Set<SupporterId> whose = all.stream().map(Conversation::supporter).collect(Collectors.toSet());
        if (!whose.isEmpty()) supporters.tag(actor, whose, tag);
        done(actor, "conversations.tagged", all, whose.size());
        return whose.size();
    }

    /** Nothing is sent to these numbers any more; how many of them could be texted before. */
    @Transactional
    public int optOut(Actor actor, Set<ConversationId> conversations) {
        actor.must(Permission.EDIT_PEOPLE);
        List<Conversation> all = locked(actor, conversations);
        Set<PhoneNumber> phones = all.stream().map(Conversation::phone).collect(Collectors.toSet());
        if (phones.isEmpty()) return 0;
        Map<PhoneNumber, PhoneConsent> before = consents.of(actor.organization(), phones);
        int stopped = (int) phones.stream()
                .filter(phone -> Optional.ofNullable(before.get(phone))
                        .filter(known -> known.consent() != ConsentKind.OPTED_IN)
                        .isEmpty())
                .count();
        consents.refuseAll(
                actor,
                phones.stream().collect(Collectors.toMap(Function.identity(), phone -> ConsentKind.OPTED_OUT)),
                ConsentSource.TEXTER,
                "texting.consent.stop",
                Optional.empty(),
                clock.instant());
        overtaken(actor, all, HelpOvertaken.By.OPTED_OUT);
        done(actor, "conversations.opted-out", all, stopped);
        return stopped;
    }

    private List<Conversation> locked(Actor actor, Set<ConversationId> conversations) {
        actor.must(Permission.REPLY_TO_ANYONE);
        if (conversations.size() > MOST) {
            throw new Problem.Invalid("conversations", "problem.too-many-conversations", MOST);
        }
        return conversations.isEmpty() ? List.of() : store.lock(actor.organization(), conversations);
    }

    /** Of some hundred conversations those with an organizer are few. */
    private void overtaken(Actor actor, Collection<Conversation> conversations, HelpOvertaken.By by) {
        conversations.forEach(one -> helping.overtaken(actor, one, by));
    }

    private static List<ConversationId> ids(List<Conversation> conversations) {
        return conversations.stream().map(Conversation::conversationId).toList();
    }

    private void done(Actor actor, String verb, List<Conversation> conversations, int how) {
        if (how == 0) return;
        audit.add(actor, verb, "conversation", Optional.empty(), String.valueOf(how));
        announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), Optional.empty()));
        conversations.stream()
                .flatMap(one -> one.texter().stream())
                .distinct()
                .forEach(texter -> announce.publishEvent(
                        new ConversationChanged(actor.organization(), Optional.empty(), Optional.of(texter))));
    }
}
