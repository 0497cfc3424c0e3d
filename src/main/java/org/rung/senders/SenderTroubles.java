package org.rung.senders;

import java.util.Optional;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.notices.Notices;
import org.springframework.stereotype.Component;

/** Tells admins which of their numbers cannot send, and why. */
@Component
class SenderTroubles {
    private static final String SENDER = "sender-paused";
    private static final String ACCOUNT = "account-paused";

    private final Notices notices;

    SenderTroubles(Notices notices) {
        this.notices = notices;
    }

    void paused(OrganizationId organizationId, Sender sender, String code) {
        notices.tell(
                organizationId,
                SENDER,
                sender.senderId().text(),
                Sentence.of("senders.notice.paused", name(sender), meaning(code)),
                Optional.of(SendersPaths.SENDERS));
    }

    void accountPaused(OrganizationId organizationId, Sender sender, String code) {
        notices.tell(
                organizationId,
                ACCOUNT,
                account(sender),
                Sentence.of("senders.notice.accountPaused", name(sender), meaning(code)),
                Optional.of(SendersPaths.SENDERS));
    }

    void goesOn(OrganizationId organizationId, Sender sender) {
        notices.over(organizationId, SENDER, sender.senderId().text());
        notices.over(organizationId, ACCOUNT, account(sender));
    }

    private static String account(Sender sender) {
        return sender.accountSid().substring(0, Math.min(40, sender.accountSid().length()));
    }

    static String name(Sender sender) {
        if (!sender.label().isBlank()) return sender.label();
        try {
            return PhoneNumbers.national(new PhoneNumber(sender.address()));
        } catch (Problem.Invalid service) {
            return sender.address();
        }
    }

    /** What a code says in words; the bare code where we have none. */
    private static Sentence meaning(String code) {
        Sentence known = Sentence.of("senders.code." + ErrorTable.line(code));
        return known.known() ? known : Sentence.of("senders.code.other");
    }
}
